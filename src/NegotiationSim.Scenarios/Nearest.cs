namespace NegotiationSim.Scenarios;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class Nearest
{
    /// <summary>An ending for a message: the nearest known word when one is near, a short list of all when there are few, else nothing.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        var nearest = words.OrderBy(w => Distance(word, w)).ThenBy(w => w, StringComparer.Ordinal).FirstOrDefault();
        if (nearest is not null && Distance(word, nearest) <= Math.Max(1, Math.Min(word.Length, nearest.Length) / 3)) return $"; did you mean {nearest}?";
        return words.Count is > 0 and <= 24 ? $"; known here: {string.Join(", ", words)}" : "";
    }

    /// <summary>Levenshtein's distance; a change of case hardly counts, so that AFRICA is nearer to Africa than to anything else.</summary>
    private static double Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).Select(i => (double)i).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? .1 : 1;
                var best = Math.Min(diagonal + change, Math.Min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.Length];
    }
}
