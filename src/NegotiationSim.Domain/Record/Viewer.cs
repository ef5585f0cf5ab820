using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Somebody who looks at the room: the public, a delegation, or a facilitator.</summary>
/// <param name="Delegation">Null for the public and for facilitators.</param>
/// <param name="Groups">The groups of that delegation; empty otherwise.</param>
public sealed record Viewer(bool IsFacilitator, DelegationId? Delegation, ImmutableArray<GroupId> Groups)
{
    public static Viewer Public { get; } = new(false, null, []);

    public static Viewer Facilitator { get; } = new(true, null, []);

    public static Viewer Of(DelegationId delegation, NegotiationOpened facts) =>
        new(false, delegation, facts.Groups.Where(g => g.Members.Contains(delegation)).Select(g => g.Id).ToImmutableArray());
}
