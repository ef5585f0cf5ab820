using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>Who stands behind an alternative, in the fewest words: groups first, then names, then how many more.</summary>
public static class Supporters
{
    private const int MostGroups = 3;

    private const int MostNames = 3;

    public static string InWords(Negotiation room, ImmutableArray<DelegationId> behind)
    {
        if (behind.IsEmpty) return "nobody";
        var left = behind.ToHashSet();
        var parts = new List<string>();
        while (parts.Count < MostGroups)
        {
            var best = room.Facts.Groups
                .Where(g => g.Members.Length > 1)
                .Select(g => (Group: g, Count: g.Members.Count(left.Contains)))
                .Where(c => c.Count >= 3 && c.Count * 10 >= c.Group.Members.Length * 7)
                .OrderByDescending(c => c.Count * (c.Group.SpeaksAsOne ? 3 : 2))
                .FirstOrDefault();
            if (best.Group is null) break;
            parts.Add(best.Count == best.Group.Members.Length ? Spoken.Of(best.Group) : $"{best.Count} of {best.Group.ShortName.En}");
            left.ExceptWith(best.Group.Members);
        }
        if (left.Count <= MostNames) parts.AddRange(behind.Where(left.Contains).Select(d => Spoken.Of(room, d)));
        else parts.Add(parts.Count == 0 ? NamesAndMore(room, behind) : $"{left.Count} more");
        return string.Join(", ", parts);
    }

    private static string NamesAndMore(Negotiation room, ImmutableArray<DelegationId> behind) =>
        string.Join(", ", behind.Take(MostNames).Select(d => Spoken.Of(room, d)).Append($"{behind.Length - MostNames} more"));
}
