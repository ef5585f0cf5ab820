using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The list with which a round begins: groups first, then States.</summary>
public sealed record SpeakersListDrawnUp(ImmutableArray<SpeakersListEntry> Entries) : NegotiationEvent;

public sealed record SpeakersListClosed : NegotiationEvent;

public sealed record FloorRequested(SpeakersListEntry Entry) : NegotiationEvent;

public sealed record FloorRequestWithdrawn(DelegationId Delegation) : NegotiationEvent;

/// <param name="SpeakingTime">How long the delegation may speak.</param>
public sealed record FloorGiven(SpeakersListEntry To, TimeSpan SpeakingTime) : NegotiationEvent;

/// <summary>What a delegation said.</summary>
/// <param name="OnBehalfOf">The group it spoke for; null when for its own State.</param>
/// <param name="Provision">What the statement was mainly about.</param>
/// <param name="Stated">Where the voice puts itself, by provision of the issue; empty for a statement on procedure.</param>
/// <param name="Answers">The delegation whose statement of this round it takes up; null when it answers nobody.</param>
/// <param name="Words">What was said in the speaker's own words; null when the model spoke, whose sentence the page makes.</param>
/// <param name="Lasts">How long it takes.</param>
public sealed record StatementMade(
    DelegationId Delegation,
    GroupId? OnBehalfOf,
    StatementKind Kind,
    IssueId Issue,
    ProvisionId Provision,
    ImmutableSortedDictionary<ProvisionId, StatedPosition> Stated,
    DelegationId? Answers,
    string? Words,
    TimeSpan Lasts) : NegotiationEvent;

public sealed record FloorReturned(DelegationId Delegation) : NegotiationEvent;
