using System.Text.Json;
using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

public class TrustOverRounds
{
    private static readonly Gen<Trust> AnyTrust = Gen.Int[0, Trust.One].Select(units => new Trust(units));

    private static readonly Gen<Weight> Share = Gen.Int[0, Weight.One].Select(units => new Weight(units));

    [Fact]
    public void Trust_grows_by_a_share_of_what_is_missing_and_shrinks_by_a_share_of_what_is_there()
    {
        var tenth = new Weight(Weight.One / 8);

        Assert.Equal(.5625, TrustSteps.Gain(Trust.FromShare(.5), tenth).Share);
        Assert.Equal(.4375, TrustSteps.Loss(Trust.FromShare(.5), tenth).Share);
        Assert.Equal(.4375, TrustSteps.Decay(Trust.FromShare(.5), Trust.None, tenth).Share);
    }

    [Fact]
    public void A_loss_is_the_mirror_image_of_a_gain() =>
        Gen.Select(AnyTrust, Share).Sample((trust, eta) =>
            TrustSteps.Loss(trust, eta).Units == Trust.One - TrustSteps.Gain(new(Trust.One - trust.Units), eta).Units);

    [Fact]
    public void Trust_never_leaves_its_range_and_never_passes_its_prior() =>
        Gen.Select(AnyTrust, AnyTrust, Share).Sample((trust, prior, kappa) =>
        {
            var next = TrustSteps.Decay(trust, prior, kappa).Units;
            return next >= Math.Min(trust.Units, prior.Units) && next <= Math.Max(trust.Units, prior.Units)
                && TrustSteps.Gain(trust, kappa).CompareTo(trust) >= 0 && TrustSteps.Gain(trust, kappa).CompareTo(Trust.Full) <= 0
                && TrustSteps.Loss(trust, kappa).CompareTo(trust) <= 0 && TrustSteps.Loss(trust, kappa).CompareTo(Trust.None) >= 0;
        });

    [Fact]
    public void Without_a_rate_trust_stays_and_with_a_full_one_it_arrives() =>
        Gen.Select(AnyTrust, AnyTrust).Sample((trust, prior) =>
            TrustSteps.Gain(trust, Weight.None) == trust && TrustSteps.Loss(trust, Weight.None) == trust && TrustSteps.Decay(trust, prior, Weight.None) == trust
            && TrustSteps.Gain(trust, Weight.Full) == Trust.Full && TrustSteps.Loss(trust, Weight.Full) == Trust.None && TrustSteps.Decay(trust, prior, Weight.Full) == prior);

    [Fact]
    public void Forty_small_losses_are_all_felt()
    {
        var trust = Trust.Full;
        for (var round = 0; round < 40; round++)
        {
            var next = TrustSteps.Loss(trust, new Weight(1));
            Assert.True(next.Units < trust.Units);
            trust = next;
        }
        Assert.Equal(Power.Of(1 - 1.0 / Weight.One, 40), trust.Share, 1e-7);
    }

    [Fact]
    public void A_weight_becomes_trust_and_comes_back_unchanged() => Share.Sample(weight => Trust.FromWeight(weight).ToWeight() == weight);

    [Fact]
    public void Trust_is_written_as_its_units_and_refused_outside_its_range()
    {
        Assert.Equal("536870912", JsonSerializer.Serialize(Trust.FromShare(.5)));
        AnyTrust.Sample(trust => JsonSerializer.Deserialize<Trust>(JsonSerializer.Serialize(trust)) == trust);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Trust>("-1"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Trust>("1073741825"));
    }
}
