using System.Numerics;
using System.Text.Json;
using CsCheck;

namespace NegotiationSim.Domain.Tests;

public sealed class TheScale
{
    [Fact]
    public void A_position_goes_from_one_end_of_the_ladder_to_the_other()
    {
        Assert.Equal((0, Position.One), (Position.FromShare(0).Units, Position.FromShare(1).Units));
        Assert.Equal(Position.One / 4, Position.FromShare(.25).Units);
        Assert.Equal((Position.Left, Position.Right), (Position.Clamp(long.MinValue), Position.Clamp(long.MaxValue)));
        Gen.Long[0, Position.One].Sample(units => Position.FromShare(new Position(units).Share).Units == units, iter: 200);
    }

    [Theory]
    [InlineData(-.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_share_is_neither_a_position_nor_a_weight_nor_trust(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Position.FromShare(share));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weight.FromShare(share));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trust.FromShare(share));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1099511627777")]
    [InlineData("0.5")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    public void What_lies_off_the_scale_is_not_read(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Position>(json));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Weight>(json));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Trust>(json));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<RoomTime>(json));
    }

    [Fact]
    public void A_weight_and_the_same_trust_are_the_same() =>
        Gen.Int[0, Weight.One].Sample(units => Trust.FromWeight(new(units)).ToWeight().Units == units && Trust.FromWeight(new(units)).Share == new Weight(units).Share, iter: 200);

    [Fact]
    public void Trust_stays_between_none_and_full()
    {
        Assert.Equal((Trust.None, Trust.Full), (Trust.Clamp(-1), Trust.Clamp(long.MaxValue)));
        Gen.Int[0, Trust.One].Sample(units => Trust.FromShare(new Trust(units).Share).Units == units, iter: 200);
    }

    [Fact]
    public void The_clock_is_read_as_it_is_written() =>
        Gen.Long[0, 315_537_897_599].Sample(seconds =>
        {
            var time = new RoomTime(seconds);
            return RoomTime.TryParse(time.ToString(), out var read) && read == time && RoomTime.Of(time.Day, time.TimeOfDay) == time;
        }, iter: 200);

    [Fact]
    public void The_clock_adds_and_compares()
    {
        var morning = RoomTime.Of(new(2016, 2, 3), new(10, 0));
        var later = morning + TimeSpan.FromMinutes(90);
        Assert.Equal("2016-02-03T11:30:00", later.ToString());
        Assert.Equal(TimeSpan.FromMinutes(90), later - morning);
        Assert.True(later > morning && morning < later && later >= morning && morning <= later && morning.CompareTo(later) < 0);
        Assert.Equal(later, RoomTime.Later(morning, later));
        Assert.False(RoomTime.TryParse("2016-02-30T10:00:00", out _));
        Assert.False(RoomTime.TryParse(null, out _));
    }

    [Fact]
    public void A_quotient_is_rounded_once_half_to_even() =>
        Gen.Select(Gen.Long, Gen.Long[1, long.MaxValue]).Sample((numerator, denominator) =>
        {
            var nearest = HalfEven(numerator, denominator);
            return Rounding.HalfEven(numerator, denominator) == nearest && Rounding.HalfEven((Int128)numerator, (Int128)denominator) == nearest;
        }, iter: 1_000);

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 2, 2)]
    [InlineData(-1, 2, 0)]
    [InlineData(-3, 2, -2)]
    [InlineData(-7, 3, -2)]
    [InlineData(long.MaxValue, 1, long.MaxValue)]
    [InlineData(long.MinValue, 1, long.MinValue)]
    public void Of_two_whole_numbers_as_near_the_even_one_is_taken(long numerator, long denominator, long nearest)
    {
        Assert.Equal(nearest, Rounding.HalfEven(numerator, denominator));
        Assert.Equal(nearest, Rounding.HalfEven((Int128)numerator, (Int128)denominator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_is_divided_by_nothing_or_less(long denominator)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfEven(1, denominator));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfEven((Int128)1, denominator));
        Assert.Throws<OverflowException>(() => Rounding.HalfEven((Int128)long.MaxValue + 1, 1));
    }

    [Fact]
    public void A_power_with_a_whole_exponent_is_exact_where_it_fits() =>
        Gen.Select(Gen.Int[0, 1 << 10], Gen.Int[0, 5], Gen.Int[0, 10]).Sample((n, exponent, shift) =>
            Power.Of((double)n / (1 << shift), exponent) == (double)BigInteger.Pow(n, exponent) / Math.Pow(2, shift * exponent), iter: 500);

    /// <summary>x^(k/8) to the eighth is x^k, in whole numbers of any size.</summary>
    [Fact]
    public void A_power_is_right_to_one_part_in_a_million_million() =>
        Gen.Select(Gen.Long[1, 1L << 50], Gen.Int[0, 511]).Sample((units, eighths) =>
        {
            var value = (double)units / Position.One;
            var (base_, baseShift) = Exactly(value);
            var (power, powerShift) = Exactly(Power.Of(value, eighths / 8.0));
            if (power < BigInteger.One << 52) return true; // below the normal numbers
            // power^8 * 2^(8 powerShift) against base^eighths * 2^(eighths baseShift), brought to whole numbers.
            var (left, right) = (BigInteger.Pow(power, 8), BigInteger.Pow(base_, eighths));
            var shift = 8 * powerShift - eighths * baseShift;
            if (shift >= 0) left <<= shift; else right <<= -shift;
            return BigInteger.Abs(left - right) << 37 <= right;
        }, iter: 200);

    [Fact]
    public void Any_exponent_agrees_with_the_library_to_one_part_in_a_million_million() =>
        Gen.Select(Gen.Double[1e-9, 1e3], Gen.Double[0, 64]).Sample((value, exponent) =>
        {
            var expected = Math.Pow(value, exponent);
            return expected < 1e-300 || Math.Abs(Power.Of(value, exponent) - expected) <= expected * Math.Pow(2, -40);
        }, iter: 500);

    [Fact]
    public void Powers_begin_at_nothing_and_at_one()
    {
        Assert.Equal((1.0, 0.0, 1.0), (Power.Of(0, 0), Power.Of(0, .5), Power.Of(1, 63.9)));
        foreach (var (value, exponent) in new (double, double)[] { (-.1, 1), (double.NaN, 1), (1, -.1), (1, 64.1), (1, double.NaN) })
            Assert.Throws<ArgumentOutOfRangeException>(() => Power.Of(value, exponent));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 27)]
    [InlineData(.5, 21)]
    [InlineData(.04, 15)]
    [InlineData(.125, 16)] // 16.5: half to even
    [InlineData(.45, 20)]
    public void A_ladder_that_is_a_number_tells_the_nearest_one(double at, int seats) =>
        Assert.Equal(seats, new LadderMeasure(15, 27, "{n} seats").At(Position.FromShare(at)));

    [Fact]
    public void A_ladder_may_count_down() => Assert.Equal(3, new LadderMeasure(5, 1, "{n}").At(Position.FromShare(.5)));

    private static long HalfEven(BigInteger numerator, BigInteger denominator)
    {
        var below = BigInteger.Divide(numerator, denominator);
        if (below * denominator > numerator) below--;
        var twice = 2 * (numerator - below * denominator);
        return (long)(twice > denominator || twice == denominator && !below.IsEven ? below + 1 : below);
    }

    /// <summary>A double as a whole number times a power of two.</summary>
    private static (BigInteger Whole, int Shift) Exactly(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1L << 52) - 1);
        return exponent == 0 ? (fraction, -1074) : (fraction | (1L << 52), exponent - 1075);
    }
}
