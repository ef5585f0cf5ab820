using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>News from outside reached the room.</summary>
public sealed record InjectApplied(string Id, Words Title, Words Text) : NegotiationEvent;

/// <summary>What capitals told their delegations after it, each row for its own delegation, with the provisions that changed.</summary>
public sealed record InstructionsChanged(ImmutableSortedDictionary<DelegationId, DelegationInstructions> Rows) : NegotiationEvent;
