using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What the co-facilitators write into the elements paper.</summary>
internal static class PaperDrafting
{
    /// <summary>The text as it stands on the issues that converged; null when none did.</summary>
    public static ElementsPaper? Draft(Negotiation room)
    {
        var converged = Converged(room);
        return converged.IsEmpty ? null : new ElementsPaper(1, converged, [.. converged.SelectMany(i => room.IssueNamed(i).Provisions).Where(p => p.IsCounted)
            .Select(p => new PaperElement(p.Id, room.Draft[p.Id].Text, Wording.At(p, room.Draft[p.Id].Text)))]);
    }

    /// <summary>After a reading: each element goes a quarter of the way towards the mean public position of those whose red line it crosses.</summary>
    public static ElementsPaper Revise(Negotiation room)
    {
        var standing = room.Paper!;
        var paper = standing.Paper!;
        return paper with
        {
            Version = paper.Version + 1,
            Elements = [.. paper.Elements.Select(e => Revised(room, e, [.. standing.LastAnswers.Where(a => a.Value.Crossed.Contains(e.Provision)).Select(a => a.Key)]))],
        };
    }

    /// <summary>Issues that converged by the chair's reading, in the order of the scenario.</summary>
    public static ImmutableArray<IssueId> Converged(Negotiation room) =>
        [.. room.Facts.Issues.Select(i => i.Id).Where(id => room.Measures[^1].Issues[id].IsConverged)];

    private static PaperElement Revised(Negotiation room, PaperElement element, ImmutableArray<DelegationId> objectors)
    {
        if (objectors.IsEmpty) return element;
        Int128 sum = 0;
        foreach (var objector in objectors) sum += room.PositionOf(objector, element.Provision).Units;
        var at = new Position(Rounding.HalfEven((Int128)element.At.Units * 3 * objectors.Length + sum, 4 * objectors.Length));
        return element with { At = at, Text = Wording.At(room.ProvisionNamed(element.Provision), at) };
    }
}
