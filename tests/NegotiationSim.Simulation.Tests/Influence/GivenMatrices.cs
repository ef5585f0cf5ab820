namespace NegotiationSim.Simulation.Tests;

/// <summary>Friedkin-Johnsen and DeGroot, which are the operator with a given matrix, and the mean voter, which is its first round.</summary>
public class GivenMatrices
{
    /// <summary>Positions of the published models, 0 to 100, on the ladder.</summary>
    private const double Unit = (1L << 40) / 100.0;

    // Friedkin and Johnsen 1999; susceptibility is one minus the own weight.
    private static readonly double[][] FourActors =
    [
        [.220, .120, .360, .300],
        [.147, .215, .344, .294],
        [.000, .000, 1.000, .000],
        [.090, .178, .446, .286],
    ];

    private static readonly double[] FirstOpinions = [25, 25, 75, 85];

    [Fact]
    public void Four_actors_of_Friedkin_and_Johnsen_end_at_their_published_opinions()
    {
        var settled = SettleFourActors();

        Assert.Equal([60, 60, 75, 75], settled.Select(x => Math.Round(x)));
    }

    [Fact]
    public void Four_actors_of_Friedkin_and_Johnsen_end_at_the_closed_form()
    {
        var a = new double[4][];
        var b = new double[4];
        for (var i = 0; i < 4; i++)
        {
            var susceptibility = 1 - FourActors[i][i];
            a[i] = Enumerable.Range(0, 4).Select(j => (i == j ? 1 : 0) - susceptibility * FourActors[i][j]).ToArray();
            b[i] = (1 - susceptibility) * FirstOpinions[i];
        }

        var expected = Solve(a, b);
        Assert.All(SettleFourActors().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [SkippableFact]
    public void DeGroot_on_the_karate_club_ends_at_the_mean_weighted_by_degree()
    {
        var edges = ValidationFolder.Lines("opinion/karate_edges.csv")[1..]
            .Select(line => line.Split(',').Select(int.Parse).ToArray())
            .ToList();
        Assert.Equal(78, edges.Count);

        const int N = 34;
        var matrix = new long[N * N];
        for (var i = 0; i < N; i++) matrix[i * N + i] = 1;
        foreach (var edge in edges)
        {
            matrix[(edge[0] - 1) * N + edge[1] - 1] = 1;
            matrix[(edge[1] - 1) * N + edge[0] - 1] = 1;
        }
        var start = Enumerable.Range(0, N).Select(i => (long)(i * 3 % N) << 34).ToArray();

        var (settled, _) = ARoom.Settle(start, x => ARoom.RoundWithMatrix(x, x, ARoom.Each(N, Pulls.Neutral), matrix), 2000);

        // Everybody hears himself too: the degree is that of the club and one more.
        var degrees = Enumerable.Range(0, N).Select(i => matrix.AsSpan(i * N, N).ToArray().Sum()).ToArray();
        var consensus = degrees.Zip(start, (d, x) => (double)d * x).Sum() / degrees.Sum();
        Assert.All(settled, x => Assert.Equal(consensus, x, consensus * 1e-9));
    }

    [SkippableFact]
    public void One_round_in_which_all_hear_all_is_the_mean_voter_of_the_car_emissions()
    {
        var (weights, positions) = CarEmissions((c, s) => VoiceWeight.MatrixUnits(c * s));

        var next = ARoom.Round(positions, positions, Pulls.Neutral, BoundedConfidence.Unbounded, weights);

        Assert.All(next, x => Assert.Equal(7.38996, x / Unit, 5e-6));
        Assert.Equal(7.0, WeightedMedian.Lower(positions, weights) / Unit, 1e-9);
        Assert.Equal(7.0, WeightedMedian.Upper(positions, weights) / Unit, 1e-9);
    }

    [SkippableFact]
    public void Rounding_the_voices_of_the_car_emissions_moves_their_mean_by_less_than_a_thousandth()
    {
        var (weights, positions) = CarEmissions((c, s) => VoiceWeight.Of(
            VoiceWeight.Standing(Domain.Weight.FromShare(c), Domain.Weight.FromShare(s), 1, 1), Domain.Trust.Full, 0));

        var next = ARoom.Round(positions, positions, Pulls.Neutral, BoundedConfidence.Unbounded, weights);

        Assert.All(next, x => Assert.Equal(7.38996, x / Unit, 1e-3));
    }

    private static double[] SettleFourActors()
    {
        var start = FirstOpinions.Select(x => (long)(x * Unit)).ToArray();
        var pulls = Enumerable.Range(0, 4).Select(i => Pulls.FromShares(1, FourActors[i][i])).ToArray();
        var matrix = FourActors.SelectMany(row => row.Select(VoiceWeight.MatrixUnits)).ToArray();
        return ARoom.Settle(start, x => ARoom.RoundWithMatrix(x, start, pulls, matrix), 200).Positions.Select(x => x / Unit).ToArray();
    }

    private static (long[] Weights, long[] Positions) CarEmissions(Func<double, double, long> weight)
    {
        var rows = ValidationFolder.Lines("bdm/eu_car_emissions_1994_input.csv")[1..]
            .Select(line => line.Split(',')[1..].Select(double.Parse).ToArray())
            .ToList();
        return (rows.Select(r => weight(r[0], r[2])).ToArray(), rows.Select(r => (long)(r[1] * Unit)).ToArray());
    }

    private static double[] Solve(double[][] a, double[] b)
    {
        for (var c = 0; c < b.Length; c++)
            for (var r = 0; r < b.Length; r++)
            {
                if (r == c) continue;
                var factor = a[r][c] / a[c][c];
                for (var k = 0; k < b.Length; k++) a[r][k] -= factor * a[c][k];
                b[r] -= factor * b[c];
            }
        return b.Select((v, i) => v / a[i][i]).ToArray();
    }
}
