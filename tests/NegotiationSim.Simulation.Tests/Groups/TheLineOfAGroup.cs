using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

public class TheLineOfAGroup
{
    private static readonly Gen<(long[] Places, long[] Weights)> AnyMembers =
        Gen.Select(Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, Position.One]), Gen.Long[0, 4]).Array[1, 12]
            .Select(m => (m.Select(x => x.Item1).ToArray(), m.Select(x => x.Item2).ToArray()));

    private static readonly Gen<Weight> Share = Gen.Int[0, Weight.One].Select(units => new Weight(units));

    private static readonly Gen<Position> Place = Gen.Long[0, Position.One].Select(units => new Position(units));

    [Fact]
    public void The_lower_median_is_the_first_place_with_half_of_the_weight_behind_it() =>
        AnyMembers.Sample(m =>
        {
            var whole = m.Weights.Sum();
            var weights = whole == 0 ? ARoom.Each(m.Places.Length, 1L) : m.Weights;
            whole = weights.Sum();
            var first = m.Places.Where((_, i) => weights[i] > 0).Order().First(x => 2 * m.Places.Zip(weights).Where(p => p.First <= x).Sum(p => p.Second) >= whole);
            return WeightedMedian.Lower(m.Places, m.Weights) == first;
        });

    [Fact]
    public void The_upper_median_is_the_lower_one_of_the_mirror_image() =>
        AnyMembers.Sample(m => WeightedMedian.Upper(m.Places, m.Weights)
            == Position.One - WeightedMedian.Lower([.. m.Places.Select(x => Position.One - x)], m.Weights));

    [Fact]
    public void The_middle_of_the_median_leans_to_neither_end() =>
        AnyMembers.Sample(m => WeightedMedian.Middle(m.Places, m.Weights)
            == Position.One - WeightedMedian.Middle([.. m.Places.Select(x => Position.One - x)], m.Weights));

    [Fact]
    public void Two_equal_camps_meet_in_the_middle()
    {
        Assert.Equal((20, 60), WeightedMedian.Of([60, 20], [1, 1]));
        Assert.Equal(40, WeightedMedian.Middle([60, 20], [1, 1]));
        Assert.Equal((20, 20), WeightedMedian.Of([60, 20], [1, 2]));
        Assert.Equal((20, 60), WeightedMedian.Of([60, 40, 20], [1, 0, 1]));
    }

    [Fact]
    public void Members_to_whom_nothing_matters_count_the_same() => Assert.Equal(3, WeightedMedian.Lower([9, 3, 1], [0, 0, 0]));

    [Fact]
    public void Nobody_has_no_median() => Assert.Throws<ArgumentException>(() => WeightedMedian.Lower([], []));

    [Fact]
    public void The_order_of_the_members_does_not_matter() =>
        AnyMembers.Sample(m => WeightedMedian.Of(m.Places, m.Weights) == WeightedMedian.Of([.. m.Places.Reverse()], [.. m.Weights.Reverse()]));

    [Fact]
    public void A_group_stands_where_its_members_to_whom_it_matters_stand()
    {
        Position[] positions = [Position.FromShare(.1), Position.FromShare(.2), Position.FromShare(.9)];

        Assert.Equal(positions[1], GroupLine.Of(positions, [Weight.Full, Weight.Full, Weight.Full], [Weight.Full, Weight.Full, Weight.Full]));
        Assert.Equal(positions[2], GroupLine.Of(positions, [Weight.FromShare(.1), Weight.FromShare(.1), Weight.Full], [Weight.Full, Weight.Full, Weight.Full]));
        Assert.Equal(positions[0], GroupLine.Of(positions, [Weight.Full, Weight.Full, Weight.Full], [Weight.Full, Weight.None, Weight.FromShare(.5)]));
    }

    [Fact]
    public void Discipline_moves_a_statement_from_the_own_position_to_the_line() =>
        Gen.Select(Place, Place, Share).Sample((own, line, d) =>
            GroupLine.Disciplined(own, line, Weight.None) == own
            && GroupLine.Disciplined(own, line, Weight.Full) == line
            && Math.Abs(GroupLine.Disciplined(own, line, d).Share - ((1 - d.Share) * own.Share + d.Share * line.Share)) < 1e-11
            && Reflect(GroupLine.Disciplined(own, line, d)) == GroupLine.Disciplined(Reflect(own), Reflect(line), d));

    [Fact]
    public void Each_repetition_is_discounted_once_more()
    {
        var phi = Weight.FromShare(.5);

        Assert.Equal([1, .5, .25, .125], Enumerable.Range(0, 4).Select(r => Repetition.Discount(phi, r)));
        Assert.Equal(1, Repetition.Discount(Weight.None, 1000));
        Assert.Equal(0, Repetition.Discount(Weight.Full, 1));
        Assert.Equal(1, Repetition.Discount(Weight.Full, 0));
    }

    private static Position Reflect(Position x) => new(Position.One - x.Units);
}
