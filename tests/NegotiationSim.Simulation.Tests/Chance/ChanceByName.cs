using System.Globalization;
using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

public class ChanceByName
{
    private static readonly DelegationId Kenya = new("KEN");
    private static readonly Gen<Draw> AnyDraw = Gen.ULong.Select(bits => new Draw(bits));

    [Theory]
    [InlineData("00000000 00000000 00000000 00000000 00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Philox_gives_its_published_answers(string counterAndKey, string expected) => Assert.Equal(expected, Philox(counterAndKey));

    [SkippableFact]
    public void Philox_gives_every_answer_of_the_official_file()
    {
        var vectors = ValidationFolder.Lines("rng/random123_kat_vectors.txt")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["philox4x32", "10", ..])
            .ToList();

        Assert.NotEmpty(vectors);
        Assert.All(vectors, words => Assert.Equal(string.Join(' ', words[8..12]), Philox(string.Join(' ', words[2..8]))));
    }

    [Fact]
    public void A_draw_is_keyed_by_seed_and_run_and_counted_by_who_what_and_when()
    {
        var draw = new Chance(0x0123456789abcdef, 7).For(entity: 0xdeadbeef, provision: 3, round: 12, ChancePhase.Text, drawNo: 5);

        var (w0, w1, _, _) = Philox4x32.Block((0xdeadbeef, 0x00030005, 12, 5), (0x89abcdef, 0x01234567 ^ 7));
        Assert.Equal(((ulong)w0 << 32) | w1, draw.Bits);
    }

    [Fact]
    public void The_layout_of_version_1_stays_as_it_is()
    {
        Assert.Equal(1, Chance.LayoutVersion);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], Enum.GetValues<ChancePhase>().Select(p => (int)p));
        Assert.Equal(0x811c9dc5u, EntityNumber.Of(""));
        Assert.Equal(0xe40c292cu, EntityNumber.Of("a"));
        Assert.Equal(0xbf9cf968u, EntityNumber.Of("foobar"));
    }

    [Fact]
    public void A_State_and_the_group_that_has_its_code_draw_apart() =>
        Assert.NotEqual(EntityNumber.Of(new DelegationId("USA")), EntityNumber.Of(new GroupId("USA")));

    [Fact]
    public void Two_names_with_one_number_are_found()
    {
        // A pair of words that is well known to share its FNV-1a number.
        Assert.Equal(("costarring", "liquid"), EntityNumber.FirstCollision([Kenya], [new GroupId("AFRICA")], ["costarring", "chair", "liquid"]));
        Assert.Null(EntityNumber.FirstCollision([Kenya, new("ITA")], [new GroupId("ITA")], ["co-facilitators"]));
    }

    [Fact]
    public void A_draw_does_not_depend_on_what_was_drawn_before() =>
        Gen.Select(Gen.ULong, Gen.UInt, Gen.Int[0, 65535].Array[2, 20]).Sample((seed, run, provisions) =>
        {
            var chance = new Chance(seed, run);
            var forwards = provisions.Select(p => chance.For(Kenya, p, 1, ChancePhase.Start)).ToList();
            var backwards = provisions.Reverse().Select(p => chance.For(Kenya, p, 1, ChancePhase.Start)).Reverse().ToList();
            return forwards.SequenceEqual(backwards);
        });

    [Fact]
    public void Every_part_of_the_name_changes_the_draw()
    {
        var draw = new Chance(7, 0).For(Kenya, 1, 1, ChancePhase.Vote, 0);

        Assert.NotEqual(draw, new Chance(8, 0).For(Kenya, 1, 1, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7UL + (1UL << 32), 0).For(Kenya, 1, 1, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7, 1).For(Kenya, 1, 1, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7, 0).For(new DelegationId("ITA"), 1, 1, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7, 0).For(Kenya, 2, 1, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7, 0).For(Kenya, 1, 2, ChancePhase.Vote, 0));
        Assert.NotEqual(draw, new Chance(7, 0).For(Kenya, 1, 1, ChancePhase.Text, 0));
        Assert.NotEqual(draw, new Chance(7, 0).For(Kenya, 1, 1, ChancePhase.Vote, 1));
    }

    [Fact]
    public void A_name_that_does_not_fit_the_layout_is_refused()
    {
        var chance = new Chance(7, 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => chance.For(Kenya, 65536, 0, ChancePhase.Vote));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.For(Kenya, 0, 0, ChancePhase.Vote, 65536));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.For(Kenya, 0, -1, ChancePhase.Vote));
    }

    [Fact]
    public void A_uniform_draw_lies_from_0_up_to_but_not_1()
    {
        Assert.Equal(0, new Draw(0).Uniform());
        Assert.Equal(1 - Math.ScaleB(1, -53), new Draw(ulong.MaxValue).Uniform());
        AnyDraw.Sample(draw => draw.Uniform() == (draw.Bits >> 11) * Math.ScaleB(1, -53));
    }

    [Fact]
    public void Each_of_several_comes_up_about_as_often()
    {
        var counts = new int[13];
        for (var i = 0; i < 13_000; i++) counts[new Chance(7, 0).For(Kenya, 0, i, ChancePhase.Statements).Next(13)]++;

        // Five standard deviations on either side of a thousand.
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        AnyDraw.Select(Gen.Int[1, int.MaxValue]).Sample((draw, count) => draw.Next(count) >= 0 && draw.Next(count) < count);
    }

    [Fact]
    public void What_is_certain_happens_and_what_is_impossible_does_not() =>
        AnyDraw.Sample(draw => draw.Happens(Weight.Full) && !draw.Happens(Weight.None));

    [Fact]
    public void The_opposite_bits_give_the_opposite_shift() =>
        AnyDraw.Select(Gen.Long[0, Position.One]).Sample((draw, h) =>
            new Draw(~draw.Bits).Spread(new(h)) == -draw.Spread(new(h)) && Math.Abs(draw.Spread(new(h))) <= h);

    [Fact]
    public void Shifts_fill_the_spread_from_end_to_end()
    {
        var h = Position.FromShare(.08);
        var shifts = Enumerable.Range(0, 10_000).Select(i => new Chance(7, 0).For(Kenya, 0, i, ChancePhase.Start).Spread(h)).ToList();

        Assert.Equal(-h.Units, new Draw(0).Spread(h));
        Assert.Equal(h.Units, new Draw(ulong.MaxValue).Spread(h));
        Assert.InRange(shifts.Average() / h.Units, -.03, .03);
        Assert.InRange(shifts.Average(s => (double)Math.Abs(s)) / h.Units, .485, .515);
    }

    private static string Philox(string counterAndKey)
    {
        var w = counterAndKey.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        var (w0, w1, w2, w3) = Philox4x32.Block((w[0], w[1], w[2], w[3]), (w[4], w[5]));
        return $"{w0:x8} {w1:x8} {w2:x8} {w3:x8}";
    }
}
