using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Who may see what: the one function that live pages, catch-up and exports pass through on the way out.</summary>
public static class Audience
{
    /// <summary>The event as this viewer may see it: whole, with its own rows only, or null when it is not for this viewer.</summary>
    public static NegotiationEvent? See(Viewer viewer, NegotiationEvent happened) => viewer.IsFacilitator ? happened : happened switch
    {
        ModelConfigured or TrustMoved or RoundAudited => null,
        InstructionsGiven e => Own(viewer, e.Rows) is { IsEmpty: false } rows ? e with { Rows = rows } : null,
        InstructionsChanged e => Own(viewer, e.Rows) is { IsEmpty: false } rows ? e with { Rows = rows } : null,
        ConfidenceMoved e => Own(viewer, e.Rows) is { IsEmpty: false } rows ? e with { Rows = rows } : null,
        // The lines themselves are the group's own; that they are agreed, and the round goes on, is for all.
        GroupLinesAgreed e => e with { Rows = e.Rows.RemoveRange(e.Rows.Keys.Except(viewer.Groups)) },
        _ => happened,
    };

    /// <summary>The room as this viewer may see it.</summary>
    /// <remarks>Holds for every event: View(a, Evolve(room, e)) = Evolve(View(a, room), See(a, e)), and the view is unchanged where See is null.</remarks>
    public static Negotiation View(Viewer viewer, Negotiation room) => viewer.IsFacilitator ? room : room with
    {
        Model = null,
        Instructions = Own(viewer, room.Instructions),
        Confidences = Own(viewer, room.Confidences),
        GroupLines = room.GroupLines.RemoveRange(room.GroupLines.Keys.Except(viewer.Groups)),
    };

    private static ImmutableSortedDictionary<DelegationId, TRow> Own<TRow>(Viewer viewer, ImmutableSortedDictionary<DelegationId, TRow> rows) =>
        viewer.Delegation is { } own && rows.TryGetValue(own, out var row)
            ? ImmutableSortedDictionary<DelegationId, TRow>.Empty.Add(own, row)
            : ImmutableSortedDictionary<DelegationId, TRow>.Empty;
}
