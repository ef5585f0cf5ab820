using CsCheck;

namespace NegotiationSim.Simulation.Tests;

public class MeasuresOfTheLiterature
{
    private static readonly long[] Published = [30, 40, 210, 130, 530, 50, 10];

    private static readonly Gen<long[]> AnyCounts = Gen.Long[0, 50].Array[3, 9].Where(counts => counts.Sum() > 0);

    [Fact]
    public void Agreement_has_its_published_value() => Assert.Equal(.6113333, PublishedMeasures.VanDerEijkAgreement(Published), 1e-7);

    [Fact]
    public void Consensus_has_its_published_value() => Assert.Equal(.7256876, PublishedMeasures.TastleWiermanConsensus(Published), 1e-7);

    [Fact]
    public void Dispersion_has_its_published_value() => Assert.Equal(.2866667, PublishedMeasures.LeikDispersion(Published), 1e-7);

    [Fact]
    public void Two_equal_poles_have_the_polarisation_of_the_closed_form()
    {
        Assert.Equal(1 / (4 * Math.Pow(2, .6)), PublishedMeasures.EstebanRay([.5, .5], [0, 1], 1.6), 1e-12);
        Assert.Equal(1, PublishedMeasures.ReynalQuerol([7, 7]));
        Assert.Equal(0, PublishedMeasures.ReynalQuerol([7, 0]));
    }

    [Fact]
    public void A_united_room_agrees_and_a_split_one_does_not()
    {
        Assert.Equal(1, PublishedMeasures.VanDerEijkAgreement([0, 9, 0, 0, 0]));
        Assert.Equal(-1, PublishedMeasures.VanDerEijkAgreement([9, 0, 0, 0, 9]));
        Assert.Equal(0, PublishedMeasures.VanDerEijkAgreement([9, 9, 9, 9, 9]));
        Assert.Equal(1, PublishedMeasures.TastleWiermanConsensus([0, 9, 0, 0, 0]));
        Assert.Equal(0, PublishedMeasures.TastleWiermanConsensus([9, 0, 0, 0, 9]), 1e-15);
        Assert.Equal(0, PublishedMeasures.LeikDispersion([0, 9, 0, 0, 0]));
        Assert.Equal(1, PublishedMeasures.LeikDispersion([9, 0, 0, 0, 9]));
    }

    [Fact]
    public void The_mirror_image_agrees_as_much() =>
        AnyCounts.Sample(counts =>
        {
            var mirror = counts.Reverse().ToArray();
            return Math.Abs(PublishedMeasures.VanDerEijkAgreement(counts) - PublishedMeasures.VanDerEijkAgreement(mirror)) < 1e-12
                && Math.Abs(PublishedMeasures.TastleWiermanConsensus(counts) - PublishedMeasures.TastleWiermanConsensus(mirror)) < 1e-12
                && PublishedMeasures.LeikDispersion(counts) == PublishedMeasures.LeikDispersion(mirror);
        });

    [Fact]
    public void A_room_ten_times_as_large_agrees_as_much() =>
        AnyCounts.Sample(counts =>
        {
            var larger = counts.Select(c => 10 * c).ToArray();
            return Math.Abs(PublishedMeasures.VanDerEijkAgreement(counts) - PublishedMeasures.VanDerEijkAgreement(larger)) < 1e-12
                && Math.Abs(PublishedMeasures.Entropy(counts) - PublishedMeasures.Entropy(larger)) < 1e-12;
        });

    [Fact]
    public void Entropy_counts_equal_camps_in_bits()
    {
        Assert.Equal(0, PublishedMeasures.Entropy([5]));
        Assert.Equal(2, PublishedMeasures.Entropy([5, 5, 5, 5, 0]));
        AnyCounts.Sample(counts => Math.Abs(PublishedMeasures.Entropy(counts)
            + counts.Where(c => c > 0).Sum(c => (double)c / counts.Sum() * Math.Log2((double)c / counts.Sum()))) < 1e-12);
    }

    [Fact]
    public void Camps_are_told_apart_by_the_gaps_between_them()
    {
        Assert.Equal(0, PublishedMeasures.Camps([], 10));
        Assert.Equal(1, PublishedMeasures.Camps([30, 10, 20], 10));
        Assert.Equal(2, PublishedMeasures.Camps([31, 10, 20], 10));
        Assert.Equal(3, PublishedMeasures.Camps([30, 10, 20], 9));
    }

    [Fact]
    public void Sixty_five_of_193_block_two_thirds() => Assert.Equal(65, PublishedMeasures.BlockingMinority(193, 129));

    [Fact]
    public void Nobody_has_no_agreement() => Assert.Throws<ArgumentException>(() => PublishedMeasures.LeikDispersion([0, 0, 0]));
}
