using System.Numerics;

namespace NegotiationSim.Simulation.Tests;

/// <summary>Bounded confidence, on agents one apart who hear whoever is at most one away.</summary>
public class HegselmannKrause
{
    private const long Step = 1L << 32;

    [Theory]
    [InlineData(6, 6, new[] { 3, 3 })]
    [InlineData(7, 6, new[] { 3, 1, 3 })]
    [InlineData(9, 7, new[] { 3, 3, 3 })]
    [InlineData(12, 11, new[] { 3, 3, 3, 3 })]
    public void Equally_spaced_agents_freeze_in_the_published_clusters_at_the_published_time(int n, int time, int[] clusters)
    {
        var (positions, rounds) = Freeze(n, Step);

        Assert.Equal(time, rounds);
        Assert.Equal(clusters, Sizes(positions));
    }

    [Fact]
    public void Any_number_of_agents_freezes_as_in_exact_fractions()
    {
        for (var n = 1; n <= 200; n++)
        {
            var (exact, time) = FreezeInFractions(n);
            var (positions, rounds) = Freeze(n, Step);

            Assert.Equal((n, time), (n, rounds));
            Assert.Equal(Sizes(exact), Sizes(positions));
            // Every update rounds by half a unit at most.
            Assert.All(exact.Zip(positions), pair => Assert.InRange((pair.First * Step).ToDouble() - pair.Second, -n, n));
        }
    }

    [Theory]
    [InlineData(1L << 12)]
    [InlineData(1L << 20)]
    [InlineData(1_000_000)]
    [InlineData((1L << 40) / 100)]
    public void The_grid_does_not_decide_how_agents_freeze(long step)
    {
        foreach (var n in new[] { 6, 7, 9, 12, 100 })
        {
            var (exact, time) = FreezeInFractions(n);
            var (positions, rounds) = Freeze(n, step);

            Assert.Equal((n, time), (n, rounds));
            Assert.Equal(Sizes(exact), Sizes(positions));
        }
    }

    private static (long[] Positions, int Rounds) Freeze(int n, long step)
    {
        var start = Enumerable.Range(0, n).Select(i => i * step).ToArray();
        return ARoom.Settle(start, x => ARoom.Round(x, x, Pulls.Neutral, step, ARoom.Each(n, 1L)), 10 * n);
    }

    /// <summary>The same model on its own, in exact fractions, written from the published definition.</summary>
    private static (Fraction[] Positions, int Rounds) FreezeInFractions(int n)
    {
        var x = Enumerable.Range(0, n).Select(i => new Fraction(i, 1)).ToArray();
        var one = new Fraction(1, 1);
        for (var rounds = 0; ; rounds++)
        {
            // Positions stay in their order, so whom one hears is a window that only moves to the right.
            var next = new Fraction[n];
            var (from, to) = (0, 0);
            var sum = new Fraction(0, 1);
            for (var i = 0; i < n; i++)
            {
                while (to < n && (x[to] - x[i]).CompareTo(one) <= 0) sum += x[to++];
                while ((x[i] - x[from]).CompareTo(one) > 0) sum -= x[from++];
                next[i] = sum / (to - from);
            }
            if (next.SequenceEqual(x)) return (x, rounds);
            x = next;
        }
    }

    private static int[] Sizes<T>(T[] positions) => positions.GroupBy(x => x).Select(g => g.Count()).ToArray();

    private readonly record struct Fraction : IComparable<Fraction>
    {
        private readonly BigInteger _numerator;
        private readonly BigInteger _denominator;

        public Fraction(BigInteger numerator, BigInteger denominator)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (_numerator, _denominator) = (numerator / divisor, denominator / divisor);
        }

        public static Fraction operator +(Fraction a, Fraction b) =>
            new(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator);

        public static Fraction operator -(Fraction a, Fraction b) =>
            new(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator);

        public static Fraction operator *(Fraction a, long b) => new(a._numerator * b, a._denominator);

        public static Fraction operator /(Fraction a, long b) => new(a._numerator, a._denominator * b);

        public int CompareTo(Fraction other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

        public double ToDouble() => (double)_numerator / (double)_denominator;
    }
}
