using System.Numerics;
using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

public class ReflectingOnWhatWasHeard
{
    public sealed record Hearing(long X, long Ideal, Weight Step, Weight Anchoring, long Openness, long[] Voices, long[] Weights, long Text, long TextWeight, long TextBound)
    {
        public long Next() => BoundedConfidence.NextPosition(X, Ideal, Step, Anchoring, Openness, Voices, Weights, Text, TextWeight, TextBound);
    }

    // Half of all places are on a coarse grid, so that ties, equal voices and distances of exactly the openness come up.
    private static readonly Gen<long> Place = Gen.OneOf(Gen.Long[0, Position.One], Gen.Long[0, 20].Select(k => k * (Position.One / 20)), Gen.Long[0, 8]);

    private static readonly Gen<Weight> Share =
        Gen.OneOf(Gen.Int[0, Weight.One], Gen.OneOf(0, Weight.One / 2, Weight.One)).Select(units => new Weight(units));

    private static readonly Gen<long> Voice = Gen.OneOf(Gen.Long[0, 2 * Weight.One], Gen.OneOf(0L, 1L));

    private static readonly Gen<Hearing> AnyHearing =
        from x in Place
        from ideal in Place
        from step in Share
        from anchoring in Share
        from openness in Place
        from heard in Gen.Select(Place, Voice).Array[0, 12]
        from text in Place
        from textWeight in Voice
        from textBound in Place
        select new Hearing(x, ideal, step, anchoring, openness, [.. heard.Select(h => h.Item1)], [.. heard.Select(h => h.Item2)], text, textWeight, textBound);

    [Fact]
    public void The_new_position_is_the_exact_fraction_rounded_once() =>
        AnyHearing.Sample(h =>
        {
            // The formula of the model, term by term, in whole numbers of any size.
            BigInteger sum = 0, total = 0;
            for (var i = 0; i < h.Voices.Length; i++)
            {
                if (Math.Abs(h.X - h.Voices[i]) > h.Openness) continue;
                sum += (BigInteger)h.Weights[i] * h.Voices[i];
                total += h.Weights[i];
            }
            if (Math.Abs(h.X - h.Text) <= h.TextBound)
            {
                sum += (BigInteger)h.TextWeight * h.Text;
                total += h.TextWeight;
            }
            if (total == 0) return h.Next() == h.X;

            BigInteger one = Weight.One, step = h.Step.Units, anchoring = h.Anchoring.Units;
            var numerator = (one - step) * one * total * h.X + step * (anchoring * total * h.Ideal + (one - anchoring) * sum);
            var denominator = one * one * total;
            var floor = numerator / denominator;
            var twice = 2 * (numerator - floor * denominator);
            var expected = twice > denominator || (twice == denominator && !floor.IsEven) ? floor + 1 : floor;
            return h.Next() == (long)expected;
        }, iter: 20_000);

    [Fact]
    public void The_order_of_the_voices_does_not_matter() =>
        AnyHearing.Sample(h => (h with { Voices = [.. h.Voices.Reverse()], Weights = [.. h.Weights.Reverse()] }).Next() == h.Next());

    [Fact]
    public void A_ladder_read_from_the_other_end_gives_the_mirror_image() =>
        AnyHearing.Sample(h => Mirror(h).Next() == Position.One - h.Next());

    [Fact]
    public void An_even_shift_of_everything_shifts_the_new_position() =>
        AnyHearing.Select(Gen.Long[-1L << 39, 1L << 39]).Sample((h, k) => Shift(h, 2 * k).Next() == h.Next() + 2 * k);

    [Fact]
    public void To_hear_everything_twice_is_to_hear_it_once() =>
        AnyHearing.Sample(h =>
            (h with { Voices = [.. h.Voices, .. h.Voices], Weights = [.. h.Weights, .. h.Weights], TextWeight = 2 * h.TextWeight }).Next() == h.Next());

    [Fact]
    public void A_voice_without_weight_is_not_heard() =>
        AnyHearing.Select(Place).Sample((h, v) => (h with { Voices = [.. h.Voices, v], Weights = [.. h.Weights, 0] }).Next() == h.Next());

    [Fact]
    public void A_voice_exactly_at_the_bound_is_heard_and_one_beyond_it_is_not()
    {
        var heard = new Hearing(1000, 1000, Weight.Full, Weight.None, 500, [1500], [1], 0, 0, 0);

        Assert.Equal(1500, heard.Next());
        Assert.Equal(500, (heard with { Voices = [500] }).Next());
        Assert.Equal(1000, (heard with { Voices = [1501] }).Next());
        Assert.Equal(1000, (heard with { Voices = [499] }).Next());
    }

    [Fact]
    public void A_text_beyond_its_bound_has_no_pull()
    {
        var felt = new Hearing(1000, 1000, Weight.Full, Weight.None, 0, [], [], Text: 1400, TextWeight: 1, TextBound: 400);

        Assert.Equal(1400, felt.Next());
        Assert.Equal(1000, (felt with { TextBound = 399 }).Next());
        Assert.Equal(1000, (felt with { TextWeight = 0 }).Next());
    }

    [Fact]
    public void Fully_anchored_and_in_one_step_a_delegation_goes_to_its_ideal() =>
        AnyHearing.Where(HearsSomething).Sample(h => (h with { Step = Weight.Full, Anchoring = Weight.Full }).Next() == h.Ideal);

    [Fact]
    public void Who_hears_nothing_stays() =>
        AnyHearing.Sample(h => (h with { Weights = new long[h.Weights.Length], TextWeight = 0 }).Next() == h.X);

    [Fact]
    public void Without_a_step_nobody_moves() => AnyHearing.Sample(h => (h with { Step = Weight.None }).Next() == h.X);

    [Fact]
    public void The_new_position_lies_between_what_pulls_at_it() =>
        AnyHearing.Sample(h =>
        {
            long[] all = [h.X, h.Ideal, h.Text, .. h.Voices];
            return h.Next() >= all.Min() && h.Next() <= all.Max();
        });

    [Fact]
    public void Step_and_anchoring_divide_the_way_as_they_say()
    {
        // From 0, with the ideal at 0 and one voice at the right end: mu (1 - theta) of the way.
        foreach (var step in new[] { 0, .25, .5, .75, 1 })
            foreach (var anchoring in new[] { 0, .25, .5, .75, 1 })
            {
                var h = new Hearing(0, 0, Weight.FromShare(step), Weight.FromShare(anchoring), Position.One, [Position.One], [7], 0, 0, 0);
                Assert.Equal((long)(step * (1 - anchoring) * Position.One), h.Next());
            }
    }

    [Fact]
    public void Pulls_always_add_up_to_the_whole()
    {
        Gen.Select(Share, Share).Sample((mu, theta) => Pulls.Of(mu, theta) is var p && p.ToStay + p.ToIdeal + p.ToVoices == Pulls.One && p.ToStay >= 0);
        Gen.Select(Share, Share).Sample((mu, theta) => Pulls.Of(mu, theta) == Pulls.FromShares(mu.Share, theta.Share));
        Assert.Equal(Pulls.Neutral, Pulls.Of(Weight.Full, Weight.None));
    }

    [Fact]
    public void A_round_in_another_order_is_the_same_round() =>
        Gen.Select(Place.Array[1, 30], Place, Share, Gen.Int).Sample((positions, openness, mu, key) =>
        {
            var n = positions.Length;
            var order = Enumerable.Range(0, n).OrderBy(i => unchecked(i * 2654435761 ^ key)).ToArray();
            var pulls = Pulls.Of(mu, Weight.None);
            var weights = positions.Select(x => 1 + x % 5).ToArray();

            var next = ARoom.Round(positions, positions, pulls, openness, weights);
            var other = ARoom.Round([.. order.Select(i => positions[i])], [.. order.Select(i => positions[i])], pulls, openness, [.. order.Select(i => weights[i])]);
            return order.Select(i => next[i]).SequenceEqual(other);
        });

    [Fact]
    public void A_round_may_not_write_over_what_it_reads()
    {
        long[] x = [1, 2, 3];
        Assert.Throws<ArgumentException>(() => BoundedConfidence.Round(x, x, ARoom.Each(3, Pulls.Neutral), x, x, x));
        Assert.Throws<ArgumentException>(() => BoundedConfidence.RoundWithMatrix(x, x, ARoom.Each(3, Pulls.Neutral), new long[9], x));
    }

    [Fact]
    public void A_voice_weighs_as_the_formula_says()
    {
        var half = Weight.FromShare(.5);
        var standing = VoiceWeight.Standing(half, Weight.FromShare(.25), capabilityExponent: 1, salienceExponent: .5);

        Assert.Equal(.25, standing);
        Assert.Equal(Weight.One / 4, VoiceWeight.Of(standing, Trust.FromShare(.5), trustExponent: 0));
        Assert.Equal(Weight.One / 8, VoiceWeight.Of(standing, Trust.FromShare(.5), trustExponent: 1));
        Assert.Equal(Weight.One / 16, VoiceWeight.Of(standing, Trust.FromShare(.5), 1, repetition: .5));
        Assert.Equal(Weight.One * 3 / 32, VoiceWeight.Of(standing, Trust.FromShare(.5), 1, repetition: .5, engagement: .5));
        Assert.Equal(2 * Weight.One, VoiceWeight.OfText(4, Trust.FromShare(.5)));
    }

    [Fact]
    public void At_neutral_exponents_every_voice_weighs_the_same() =>
        Gen.Select(Share, Share, Share).Sample((c, s, tau) =>
            VoiceWeight.Of(VoiceWeight.Standing(c, s, 0, 0), Trust.FromWeight(tau), 0) == Weight.One);

    [Fact]
    public void Flexibility_says_how_a_delegation_reacts()
    {
        var p = new ModelParameters();
        var quarter = Weight.FromShare(.25);

        Assert.Equal(.75, Flexibility.Anchoring(quarter).Share);
        Assert.Equal(.05 + .35 * .25, Flexibility.Openness(quarter, p.OpennessBase, p.OpennessPerFlexibility).Share, 1e-9);
        Assert.Equal(Position.FromShare(.125), Flexibility.HalfRange(quarter, p.RangePerFlexibility));
    }

    [Fact]
    public void A_reward_widens_openness_up_to_the_cap_and_never_narrows_it() =>
        Gen.Select(Place, Share, Place).Sample((openness, reward, cap) =>
            Flexibility.Rewarded(new(openness), reward, new(cap)).Units is var next
            && next >= openness && next <= Math.Max(openness, cap)
            && (reward.Units > 0 || next == openness));

    private static bool HearsSomething(Hearing h) =>
        h.Voices.Where((v, i) => h.Weights[i] > 0 && Math.Abs(v - h.X) <= h.Openness).Any() || (h.TextWeight > 0 && Math.Abs(h.Text - h.X) <= h.TextBound);

    private static Hearing Mirror(Hearing h) => h with
    {
        X = Position.One - h.X,
        Ideal = Position.One - h.Ideal,
        Voices = [.. h.Voices.Select(v => Position.One - v)],
        Text = Position.One - h.Text,
    };

    private static Hearing Shift(Hearing h, long by) => h with
    {
        X = h.X + by,
        Ideal = h.Ideal + by,
        Voices = [.. h.Voices.Select(v => v + by)],
        Text = h.Text + by,
    };
}
