using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>The place with at most half of the weight on either side of it.</summary>
/// <remarks>Where exactly half of the weight lies on each side of a gap, every place in the gap is a median: <see cref="Lower"/> is its left end,
/// <see cref="Upper"/> its right end, and <see cref="Middle"/> its middle, the only one of the three that leans to neither end of the ladder.
/// Weights that add up to nothing count as equal. Exact: weights are whole numbers in any unit, with a sum below 2^62.</remarks>
public static class WeightedMedian
{
    private const int OnTheStack = 256;

    /// <summary>The first place at which the weight so far, from the left, is half of the whole or more: Black's median voter.</summary>
    public static long Lower(ReadOnlySpan<long> places, ReadOnlySpan<long> weights) => Of(places, weights).Lower;

    /// <summary>The last place at which the weight from here to the right is half of the whole or more: the mirror image of <see cref="Lower"/>.</summary>
    public static long Upper(ReadOnlySpan<long> places, ReadOnlySpan<long> weights) => Of(places, weights).Upper;

    /// <summary>Halfway between <see cref="Lower"/> and <see cref="Upper"/>, rounded half to even.</summary>
    public static long Middle(ReadOnlySpan<long> places, ReadOnlySpan<long> weights)
    {
        var (lower, upper) = Of(places, weights);
        return Rounding.HalfEven(lower + upper, 2);
    }

    /// <summary>Both ends of the median.</summary>
    /// <param name="weights">One for each place, 0 or more.</param>
    /// <exception cref="ArgumentException">There is no place, or places and weights are not of one length.</exception>
    public static (long Lower, long Upper) Of(ReadOnlySpan<long> places, ReadOnlySpan<long> weights)
    {
        var n = places.Length;
        if (n == 0) throw new ArgumentException("Nobody has no median.", nameof(places));
        if (weights.Length != n) throw new ArgumentException("Every place has one weight.", nameof(weights));

        Span<long> sorted = n <= OnTheStack ? stackalloc long[n] : new long[n];
        Span<long> weight = n <= OnTheStack ? stackalloc long[n] : new long[n];
        places.CopyTo(sorted);
        weights.CopyTo(weight);
        sorted.Sort(weight);

        long whole = 0;
        foreach (var w in weight) whole += w;
        if (whole == 0)
        {
            weight.Fill(1);
            whole = n;
        }

        var i = 0;
        long soFar = weight[0];
        while (soFar * 2 < whole) soFar += weight[++i];
        if (soFar * 2 > whole) return (sorted[i], sorted[i]);

        // Exactly half lies here and to the left: the median reaches to the next place that has any weight.
        var next = i + 1;
        while (weight[next] == 0) next++;
        return (sorted[i], sorted[next]);
    }
}
