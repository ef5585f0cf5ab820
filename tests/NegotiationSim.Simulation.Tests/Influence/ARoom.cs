namespace NegotiationSim.Simulation.Tests;

/// <summary>Rounds of the operator over many positions, for the tests.</summary>
public static class ARoom
{
    public static long[] Round(long[] positions, long[] ideals, Pulls pulls, long openness, long[] weights)
    {
        var n = positions.Length;
        var next = new long[n];
        BoundedConfidence.Round(positions, ideals, Each(n, pulls), Each(n, openness), weights, next);
        return next;
    }

    public static long[] RoundWithMatrix(long[] positions, long[] ideals, Pulls[] pulls, long[] matrix)
    {
        var next = new long[positions.Length];
        BoundedConfidence.RoundWithMatrix(positions, ideals, pulls, matrix, next);
        return next;
    }

    /// <summary>Rounds until nothing moves any more, or as many as allowed.</summary>
    /// <returns>The last positions, and the number of rounds in which somebody moved.</returns>
    public static (long[] Positions, int Rounds) Settle(long[] positions, Func<long[], long[]> round, int atMost)
    {
        for (var rounds = 0; rounds < atMost; rounds++)
        {
            var next = round(positions);
            if (next.AsSpan().SequenceEqual(positions)) return (positions, rounds);
            positions = next;
        }
        return (positions, atMost);
    }

    public static T[] Each<T>(int n, T value) => Enumerable.Repeat(value, n).ToArray();
}
