namespace NegotiationSim.Simulation;

/// <summary>A choice among weighted things.</summary>
internal static class Pick
{
    /// <summary>The place of the chosen one, each as likely as its share of the weights.</summary>
    /// <param name="weights">0 or more, at least one above 0, with a sum below 2^62.</param>
    public static int One(ReadOnlySpan<long> weights, Draw draw)
    {
        long whole = 0;
        foreach (var weight in weights) whole += weight;
        var point = (long)Math.BigMul(draw.Bits, (ulong)whole, out _);
        for (var i = 0; i < weights.Length; i++)
        {
            if (point < weights[i]) return i;
            point -= weights[i];
        }
        throw new ArgumentException("Nothing has any weight.", nameof(weights));
    }
}
