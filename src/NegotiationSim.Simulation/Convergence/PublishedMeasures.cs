namespace NegotiationSim.Simulation;

/// <summary>Measures of agreement from the literature, so that a report can be compared with published ones. They never enter the record.</summary>
/// <remarks>Categories are in the order of the ladder, with one count each, 0 or more, and at least one count above 0. Source: model section 3.</remarks>
public static class PublishedMeasures
{
    /// <summary>Van der Eijk's A (2001): how far the answers peak in one place, layer by layer.</summary>
    /// <param name="counts">At least three categories.</param>
    /// <returns>1 when all agree, 0 when all categories are equally full, -1 when all stand half at either end.</returns>
    public static double VanDerEijkAgreement(ReadOnlySpan<long> counts)
    {
        var k = counts.Length;
        if (k < 3) throw new ArgumentException("A peak shows from three categories on.", nameof(counts));
        var whole = Sum(counts);

        var left = counts.ToArray();
        var agreement = 0.0;
        while (true)
        {
            long layer = 0;
            var filled = 0;
            foreach (var count in left)
            {
                if (count == 0) continue;
                layer = layer == 0 ? count : Math.Min(layer, count);
                filled++;
            }
            if (filled == 0) return agreement;

            agreement += (double)(layer * filled) / whole * Unimodality(left) * (1 - (filled - 1.0) / (k - 1));
            for (var i = 0; i < k; i++) left[i] -= left[i] == 0 ? 0 : layer;
        }
    }

    /// <summary>Tastle and Wierman's consensus (2007).</summary>
    /// <returns>1 when all stand together, 0 when they stand half at either end.</returns>
    public static double TastleWiermanConsensus(ReadOnlySpan<long> counts)
    {
        var whole = Sum(counts);
        if (counts.Length == 1) return 1;
        var mean = 0.0;
        for (var i = 0; i < counts.Length; i++) mean += (double)counts[i] / whole * i;

        var consensus = 1.0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            consensus += (double)counts[i] / whole * BinaryLogarithm.Of(1 - Math.Abs(i - mean) / (counts.Length - 1));
        }
        return consensus;
    }

    /// <summary>Leik's ordinal dispersion (1966).</summary>
    /// <returns>0 when all stand together, 1 when they stand half at either end.</returns>
    public static double LeikDispersion(ReadOnlySpan<long> counts)
    {
        var whole = Sum(counts);
        if (counts.Length == 1) return 0;
        long soFar = 0, sum = 0;
        foreach (var count in counts)
        {
            soFar += count;
            sum += Math.Min(soFar, whole - soFar);
        }
        return 2.0 * sum / whole / (counts.Length - 1);
    }

    /// <summary>Esteban and Ray's polarisation (1994) with its constant K at 1.</summary>
    /// <param name="shares">Of the population, adding up to 1.</param>
    /// <param name="places">One for each share, in any unit.</param>
    /// <param name="alpha">Above 0, at most 1.6.</param>
    public static double EstebanRay(ReadOnlySpan<double> shares, ReadOnlySpan<double> places, double alpha)
    {
        if (shares.Length != places.Length) throw new ArgumentException("Every share has one place.", nameof(places));
        if (!(alpha is > 0 and <= 1.6)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies above 0 and at most at 1.6.");

        var polarisation = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            var identified = Domain.Power.Of(shares[i], 1 + alpha);
            for (var j = 0; j < shares.Length; j++) polarisation += identified * shares[j] * Math.Abs(places[i] - places[j]);
        }
        return polarisation;
    }

    /// <summary>Reynal-Querol's polarisation (2002): between categories without distances.</summary>
    /// <returns>1 for two equal camps, 0 for one.</returns>
    public static double ReynalQuerol(ReadOnlySpan<long> counts)
    {
        var whole = Sum(counts);
        var polarisation = 0.0;
        foreach (var count in counts)
        {
            var share = (double)count / whole;
            polarisation += 4 * share * share * (1 - share);
        }
        return polarisation;
    }

    /// <summary>Shannon's entropy in bits: the diversity of the camps.</summary>
    /// <returns>0 for one camp, log2 of their number for equal ones.</returns>
    public static double Entropy(ReadOnlySpan<long> counts)
    {
        var whole = Sum(counts);
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / whole;
            entropy -= share * BinaryLogarithm.Of(share);
        }
        return entropy;
    }

    /// <summary>How many camps there are: positions belong together unless a gap of more than <paramref name="gap"/> lies between neighbours.</summary>
    /// <returns>0 in an empty room.</returns>
    public static int Camps(ReadOnlySpan<long> positions, long gap)
    {
        if (positions.IsEmpty) return 0;
        var sorted = positions.ToArray();
        Array.Sort(sorted);
        var camps = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] - sorted[i - 1] > gap) camps++;
        return camps;
    }

    /// <summary>The fewest members that can block: with one fewer against, the others would still suffice.</summary>
    public static int BlockingMinority(int members, int needed) => members - needed + 1;

    private static double Unimodality(long[] layer)
    {
        var k = layer.Length;
        long conforming = 0, deviating = 0;
        for (var a = 0; a < k; a++)
            for (var b = a + 1; b < k; b++)
                for (var c = b + 1; c < k; c++)
                {
                    switch (layer[a] > 0, layer[b] > 0, layer[c] > 0)
                    {
                        case (true, true, false) or (false, true, true): conforming++; break;
                        case (true, false, true): deviating++; break;
                    }
                }
        return conforming + deviating == 0 ? 1 : (double)((k - 2) * conforming - (k - 1) * deviating) / ((k - 2) * (conforming + deviating));
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long whole = 0;
        foreach (var count in counts) whole += count;
        return whole > 0 ? whole : throw new ArgumentException("Nobody agrees with nobody.", nameof(counts));
    }
}
