using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

public class ConvergenceOfAnIssue
{
    private sealed record Issue(long[][] Positions, long[] Texts, long[][] Saliences);

    private static readonly Gen<long> Place = Gen.OneOf(Gen.Long[0, Position.One], Gen.Long[0, 20].Select(k => k * (Position.One / 20)));

    private static readonly Gen<Issue> AnyIssue =
        from states in Gen.Int[1, 12]
        from provisions in Gen.Int[1, 4]
        from positions in Place.Array[states].Array[provisions]
        from texts in Place.Array[provisions]
        from saliences in Gen.Long[0, Weight.One].Array[states].Array[provisions]
        select new Issue(positions, texts, saliences);

    [Fact]
    public void Substantive_convergence_is_full_when_all_stand_at_the_text() =>
        AnyIssue.Sample(i => Substantive(i with { Positions = [.. i.Positions.Select((row, m) => row.Select(_ => i.Texts[m]).ToArray())] }) == 10_000);

    [Theory]
    [InlineData(0, 1, .5, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(.25, .75, .5, 5_000)]
    [InlineData(.4, .6, .5, 8_000)]
    [InlineData(.4, .6, .6, 8_000)]
    public void Substantive_convergence_falls_with_the_mean_distance_to_the_text(double one, double other, double text, int expected) =>
        Assert.Equal(expected, Substantive(new([Places(one, other)], Places(text), [[3, 3]])));

    [Fact]
    public void Whom_the_issue_does_not_matter_to_does_not_count() =>
        Assert.Equal(10_000, Substantive(new([Places(.5, 1)], Places(.5), [[7, 0]])));

    [Fact]
    public void Where_nobody_cares_everybody_counts_the_same() =>
        AnyIssue.Sample(i => Substantive(i with { Saliences = Rows(i, 0) }) == Substantive(i with { Saliences = Rows(i, 5) }));

    [Fact]
    public void Substantive_convergence_is_the_exact_fraction_in_basis_points() =>
        AnyIssue.Where(i => i.Saliences.Sum(row => row.Sum()) > 0).Sample(i =>
        {
            decimal distance = 0, weight = 0;
            for (var m = 0; m < i.Texts.Length; m++)
                for (var s = 0; s < i.Positions[m].Length; s++)
                {
                    distance += i.Saliences[m][s] * (decimal)Math.Abs(i.Positions[m][s] - i.Texts[m]) / Position.One;
                    weight += i.Saliences[m][s];
                }
            return Math.Abs(Math.Max(0, 10_000 * (1 - 2 * distance / weight)) - Substantive(i)) <= .5000001m;
        });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(.25, .75)]
    [InlineData(.499, .501)]
    [InlineData(.31, .32)]
    public void Two_equal_poles_are_fully_polarised_wherever_they_stand(double one, double other) =>
        Assert.Equal(10_000, IssueConvergence.Polarisation([Places(one, one, one, other, other, other)]));

    [Fact]
    public void A_united_room_is_not_polarised() =>
        Place.Sample(x => IssueConvergence.Polarisation([[x, x, x]]) == 0 && IssueConvergence.Polarisation([[x]]) == 0);

    [Fact]
    public void An_evenly_spread_room_is_hardly_polarised() =>
        Assert.InRange(IssueConvergence.Polarisation([Enumerable.Range(0, 193).Select(i => i * (Position.One / 192)).ToArray()]), 600, 800);

    [Fact]
    public void A_third_pole_between_two_makes_a_room_less_polarised() =>
        Assert.InRange(IssueConvergence.Polarisation([Places(0, 0, .45, .45, 1, 1)]), 1, 9_000);

    [Fact]
    public void Unequal_poles_stay_below_the_stated_bound() =>
        Gen.Int[1, 100].Select(Gen.Int[1, 100]).Sample((a, b) =>
            IssueConvergence.Polarisation([[.. ARoom.Each(a, 10L), .. ARoom.Each(b, 20L)]]) is >= 10_000 and <= 12_311);

    [Fact]
    public void Polarisation_does_not_depend_on_how_close_a_room_stands()
    {
        // Half the size, anywhere on the ladder: the same shape.
        Place.Array[1, 40].Select(Gen.Long[0, Position.One / 2]).Sample((row, shift) =>
            Math.Abs(IssueConvergence.Polarisation([row]) - IssueConvergence.Polarisation([[.. row.Select(x => x / 2 + shift)]])) <= 1);
    }

    [Fact]
    public void Every_measure_is_the_same_for_the_mirror_image() =>
        AnyIssue.Sample(i =>
        {
            var mirror = i with { Positions = [.. i.Positions.Select(row => row.Select(x => Position.One - x).ToArray())], Texts = [.. i.Texts.Select(y => Position.One - y)] };
            var (band, mirrored) = (IssueConvergence.Band(i.Positions, i.Texts), IssueConvergence.Band(mirror.Positions, mirror.Texts));
            return Substantive(i) == Substantive(mirror)
                && IssueConvergence.Polarisation(i.Positions) == IssueConvergence.Polarisation(mirror.Positions)
                && IssueConvergence.Spread(i.Positions) == IssueConvergence.Spread(mirror.Positions)
                && mirrored == new Band(-band.Q95, -band.Q75, -band.Q25, -band.Q05);
        });

    [Fact]
    public void No_measure_asks_in_which_order_the_States_sit() =>
        AnyIssue.Sample(i =>
        {
            var turned = i with { Positions = [.. i.Positions.Select(Turned)], Saliences = [.. i.Saliences.Select(Turned)] };
            return Substantive(i) == Substantive(turned)
                && IssueConvergence.Polarisation(i.Positions) == IssueConvergence.Polarisation(turned.Positions)
                && IssueConvergence.Spread(i.Positions) == IssueConvergence.Spread(turned.Positions)
                && IssueConvergence.Band(i.Positions, i.Texts) == IssueConvergence.Band(turned.Positions, turned.Texts);
        });

    [Fact]
    public void Every_State_seated_twice_changes_no_measure_but_the_band() =>
        AnyIssue.Sample(i =>
        {
            var twice = i with { Positions = [.. i.Positions.Select(Doubled)], Saliences = [.. i.Saliences.Select(Doubled)] };
            return Substantive(i) == Substantive(twice)
                && IssueConvergence.Polarisation(i.Positions) == IssueConvergence.Polarisation(twice.Positions)
                && IssueConvergence.Spread(i.Positions) == IssueConvergence.Spread(twice.Positions);
        });

    [Fact]
    public void A_band_shows_where_the_room_stands_around_the_text()
    {
        // 21 States, one at each step of a twentieth: every quantile falls on a State.
        var row = Enumerable.Range(0, 21).Select(k => Position.FromShare(k / 20.0).Units).ToArray();

        Assert.Equal(new Band(-4_500, -2_500, 2_500, 4_500), IssueConvergence.Band([row], Places(.5)));
        Assert.Equal(new Band(500, 2_500, 7_500, 9_500), IssueConvergence.Band([row], Places(0)));
    }

    [Fact]
    public void Between_two_States_a_band_is_interpolated() =>
        Assert.Equal(new Band(500, 2_500, 7_500, 9_500), IssueConvergence.Band([Places(0, 1)], Places(0)));

    [Fact]
    public void The_spread_is_the_mean_distance_to_the_median()
    {
        Assert.Equal(Position.FromShare(.25).Units, IssueConvergence.Spread([Places(0, .25, .5, .75)]));
        Assert.Equal(0, IssueConvergence.Spread([Places(.3, .3, .3)]));
    }

    private static int Substantive(Issue i) => IssueConvergence.Substantive(i.Positions, i.Texts, i.Saliences);

    private static long[] Places(params double[] shares) => Array.ConvertAll(shares, s => Position.FromShare(s).Units);

    private static long[][] Rows(Issue i, long salience) => [.. i.Positions.Select(row => ARoom.Each(row.Length, salience))];

    private static long[] Turned(long[] row) => [.. row.Skip(1), row[0]];

    private static long[] Doubled(long[] row) => [.. row, .. row];
}
