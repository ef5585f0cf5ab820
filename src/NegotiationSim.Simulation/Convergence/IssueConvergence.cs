using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Convergence of one issue, its provisions pooled. Results are in basis points and do not depend on the order of the States.</summary>
/// <remarks>Positions and texts in units of 2^-40, one row of positions for each provision. Source: model section 3.</remarks>
public static class IssueConvergence
{
    private const int Bins = 20;
    private const double Alpha = 1.3;

    /// <summary>SC: 1 less twice the salience-weighted mean distance to the text, never below 0.</summary>
    /// <param name="saliences">A row for each row of positions. When nobody cares, everybody cares equally.</param>
    /// <returns>10,000 when all stand at the text; 0 when the room stands in two poles as far apart as the ladder, or worse.</returns>
    public static int Substantive(ReadOnlySpan<long[]> positions, ReadOnlySpan<long> texts, ReadOnlySpan<long[]> saliences)
    {
        Int128 distance = 0, plain = 0, weight = 0;
        long count = 0;
        for (var m = 0; m < positions.Length; m++)
        {
            for (var i = 0; i < positions[m].Length; i++)
            {
                var away = Math.Abs(positions[m][i] - texts[m]);
                distance += (Int128)saliences[m][i] * away;
                weight += saliences[m][i];
                plain += away;
                count++;
            }
        }
        if (weight == 0) (distance, weight) = (plain, count);
        if (weight == 0) return 10_000;
        return Math.Max(0, 10_000 - (int)Rounding.HalfEven(distance * 20_000, weight * Position.One));
    }

    /// <summary>PO: Esteban and Ray's polarisation with alpha 1.3, in units of the mean absolute deviation, against two equal poles. The mean over the provisions.</summary>
    /// <remarks>The twenty bins reach from the leftmost to the rightmost position, so that the shape counts and neither its size nor its place:
    /// bins fixed to the ladder would split a united room that stands at the border of two of them. A position between the centres of two bins
    /// is shared between them. Mirrored positions give the same figure.</remarks>
    /// <returns>0 when all stand together; 10,000 for two equal poles, whatever the distance between them. Two unequal poles give more,
    /// up to 12,311: the deviation that divides shrinks faster than the polarisation when one pole is small.</returns>
    public static int Polarisation(ReadOnlySpan<long[]> positions)
    {
        var sum = 0.0;
        foreach (var row in positions) sum += Polarisation(row);
        return positions.Length == 0 ? 0 : (int)Math.Round(sum / positions.Length * 10_000, MidpointRounding.ToEven);
    }

    private static double Polarisation(ReadOnlySpan<long> row)
    {
        if (row.IsEmpty) return 0;
        var (left, right) = (row[0], row[0]);
        foreach (var x in row) (left, right) = (Math.Min(left, x), Math.Max(right, x));
        var range = right - left;
        if (range == 0) return 0;

        // A State weighs as many units as the range has, so that its parts in two bins are whole numbers.
        Span<long> mass = stackalloc long[Bins];
        foreach (var x in row)
        {
            var (bin, beyond) = Math.DivRem((x - left) * (Bins - 1), range);
            mass[(int)bin] += range - beyond;
            if (beyond > 0) mass[(int)bin + 1] += beyond;
        }
        var all = row.Length * range;
        Int128 moment = 0;
        for (var b = 0; b < Bins; b++) moment += (Int128)mass[b] * b;

        // Sums of whole numbers: they are the same from the left and from the right.
        Int128 deviation = 0, antagonism = 0;
        for (var a = 0; a < Bins; a++)
        {
            if (mass[a] == 0) continue;
            deviation += mass[a] * Int128.Abs((Int128)a * all - moment);
            var identified = (long)Math.Round(Power.Of((double)mass[a] / all, 1 + Alpha) * Position.One, MidpointRounding.ToEven);
            for (var b = 0; b < Bins; b++) antagonism += Math.BigMul(identified, mass[b]) * Math.Abs(a - b);
        }
        var polarisation = (double)antagonism / Position.One / all;
        var meanDeviation = (double)deviation / all / all;
        // Two equal poles stand two deviations apart: twice one half to the power of 2 + alpha, times two.
        var poles = 2 * Power.Of(.5, 2 + Alpha) * 2;
        return polarisation / meanDeviation / poles;
    }

    /// <summary>Where the room stands around the text: quantiles of the distance to it, interpolated, all provisions pooled.</summary>
    public static Band Band(ReadOnlySpan<long[]> positions, ReadOnlySpan<long> texts)
    {
        var away = new List<long>();
        for (var m = 0; m < positions.Length; m++)
            foreach (var x in positions[m]) away.Add(x - texts[m]);
        away.Sort();
        return new Band(Quantile(away, 5), Quantile(away, 25), Quantile(away, 75), Quantile(away, 95));
    }

    /// <summary>How far the room is spread: mean distance to the median, in units of a position, over the provisions.</summary>
    public static long Spread(ReadOnlySpan<long[]> positions)
    {
        Int128 sum = 0;
        long count = 0;
        foreach (var row in positions)
        {
            var sorted = row.ToArray();
            Array.Sort(sorted);
            var median = sorted[(sorted.Length - 1) / 2];
            foreach (var x in row) sum += Math.Abs(x - median);
            count += row.Length;
        }
        return count == 0 ? 0 : Rounding.HalfEven(sum, count);
    }

    private static int Quantile(List<long> sorted, int percent)
    {
        if (sorted.Count == 0) return 0;
        var hundredths = (long)percent * (sorted.Count - 1);
        var (low, part) = ((int)(hundredths / 100), hundredths % 100);
        var high = Math.Min(low + 1, sorted.Count - 1);
        var between = (Int128)sorted[low] * (100 - part) + (Int128)sorted[high] * part;
        return (int)Rounding.HalfEven(between * 10_000, (Int128)100 * Position.One);
    }
}
