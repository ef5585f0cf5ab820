using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>The default operator: a position goes towards the mean of the voices within its openness, the text, and its own ideal.</summary>
/// <remarks>Exact in whole numbers with one rounding, half to even, per update; the order of the voices cannot matter.
/// Positions are on any grid within -2^41 to 2^41, weights in any common unit with a sum below 2^40.
/// At neutral values this is Hegselmann-Krause (openness only), Friedkin-Johnsen (a given matrix and anchoring), DeGroot (a given matrix)
/// and the mean voter (everybody heard, one round). Source: model section 5, decisions/0003-numbers-that-replay.md.</remarks>
public static class BoundedConfidence
{
    /// <summary>An openness that hears everybody, and a bound at which a text is felt from everywhere.</summary>
    public const long Unbounded = long.MaxValue;

    /// <summary>Where a position stands after one round.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="ideal">Where the instructions want it.</param>
    /// <param name="openness">A voice exactly this far away is still heard.</param>
    /// <param name="voices">What was said; the own voice only if it is to count.</param>
    /// <param name="weights">One for each voice, 0 or more.</param>
    /// <param name="text">Position of the text; ignored where its weight is 0.</param>
    /// <param name="textWeight">In the unit of the voices' weights, 0 or more.</param>
    /// <param name="textBound">A text exactly this far away is still felt.</param>
    /// <returns><paramref name="x"/> itself, whatever the ideal, when nothing of any weight is within reach: who hears nothing does not reconsider.</returns>
    /// <exception cref="ArgumentException">Voices and weights are not of one length.</exception>
    public static long NextPosition(
        long x,
        long ideal,
        Pulls pulls,
        long openness,
        ReadOnlySpan<long> voices,
        ReadOnlySpan<long> weights,
        long text = 0,
        long textWeight = 0,
        long textBound = Unbounded)
    {
        if (voices.Length != weights.Length) throw new ArgumentException("Every voice has one weight.", nameof(weights));

        // Distances times weights in two halves: each stays within 64 bits for the grids and weights above.
        long total = 0, upper = 0, lower = 0;
        for (var h = 0; h < voices.Length; h++)
        {
            var away = voices[h] - x;
            if (Math.Abs(away) > openness) continue;
            total += weights[h];
            upper += weights[h] * (away >> HalfBits);
            lower += weights[h] * (away & HalfMask);
        }
        if (textWeight != 0 && Math.Abs(text - x) <= textBound)
        {
            var away = text - x;
            total += textWeight;
            upper += textWeight * (away >> HalfBits);
            lower += textWeight * (away & HalfMask);
        }
        if (total == 0) return x;

        // x enters the fraction, so that it is the new position that is rounded, not the step.
        var heard = ((Int128)upper << HalfBits) + lower;
        var numerator = ((Int128)total * x << UnitBits)
            + (Int128)pulls.ToIdeal * Math.BigMul(total, ideal - x)
            + pulls.ToVoices * heard;
        return Rounding.HalfEven(numerator, (Int128)total << UnitBits);
    }

    /// <inheritdoc cref="NextPosition(long, long, Pulls, long, ReadOnlySpan{long}, ReadOnlySpan{long}, long, long, long)"/>
    public static long NextPosition(
        long x,
        long ideal,
        Weight stepSize,
        Weight anchoring,
        long openness,
        ReadOnlySpan<long> voices,
        ReadOnlySpan<long> weights,
        long text = 0,
        long textWeight = 0,
        long textBound = Unbounded) =>
        NextPosition(x, ideal, Pulls.Of(stepSize, anchoring), openness, voices, weights, text, textWeight, textBound);

    /// <summary>One round in which everybody hears everybody's position, all at once, each voice with one weight for all.</summary>
    /// <param name="pulls">One for each position.</param>
    /// <param name="openness">One for each position.</param>
    /// <param name="weights">One for each voice.</param>
    /// <param name="next">Receives the new positions; not the memory of <paramref name="positions"/>.</param>
    public static void Round(
        ReadOnlySpan<long> positions,
        ReadOnlySpan<long> ideals,
        ReadOnlySpan<Pulls> pulls,
        ReadOnlySpan<long> openness,
        ReadOnlySpan<long> weights,
        Span<long> next)
    {
        RequireOneLength(positions.Length, ideals.Length, pulls.Length, openness.Length, next.Length);
        if (positions.Overlaps(next)) throw new ArgumentException("Everybody hears the round before, so it may not be overwritten.", nameof(next));

        for (var i = 0; i < positions.Length; i++)
            next[i] = NextPosition(positions[i], ideals[i], pulls[i], openness[i], positions, weights);
    }

    /// <summary>One round in which everybody hears everybody's position, all at once, with a given matrix of weights and no bound.</summary>
    /// <param name="pulls">One for each position.</param>
    /// <param name="matrix">Row by row, the weights with which one position hears all; a row need not add up to any particular sum.</param>
    /// <param name="next">Receives the new positions; not the memory of <paramref name="positions"/>.</param>
    public static void RoundWithMatrix(
        ReadOnlySpan<long> positions,
        ReadOnlySpan<long> ideals,
        ReadOnlySpan<Pulls> pulls,
        ReadOnlySpan<long> matrix,
        Span<long> next)
    {
        var n = positions.Length;
        RequireOneLength(n, ideals.Length, pulls.Length, next.Length, n);
        if (matrix.Length != n * n) throw new ArgumentException("The matrix has a row and a column for each position.", nameof(matrix));
        if (positions.Overlaps(next)) throw new ArgumentException("Everybody hears the round before, so it may not be overwritten.", nameof(next));

        for (var i = 0; i < n; i++)
            next[i] = NextPosition(positions[i], ideals[i], pulls[i], Unbounded, positions, matrix.Slice(i * n, n));
    }

    private const int UnitBits = 30;
    private const int HalfBits = 20;
    private const long HalfMask = (1L << HalfBits) - 1;

    private static void RequireOneLength(int n, int ideals, int pulls, int others, int next)
    {
        if (ideals != n || pulls != n || others != n || next != n) throw new ArgumentException("Every position has one ideal and its pulls.");
    }
}
