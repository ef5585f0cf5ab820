using System.Collections.Immutable;

namespace NegotiationSim.Domain;

public sealed record AlternativeProposed(ProvisionId Provision, Alternative Alternative) : NegotiationEvent;

public sealed record AlternativeWithdrawn(ProvisionId Provision, AlternativeId Alternative) : NegotiationEvent;

public sealed record MergeOffered(MergeOffer Offer) : NegotiationEvent;

/// <param name="Answers">True for those who accept.</param>
public sealed record MergeAnswered(string Offer, ImmutableSortedDictionary<DelegationId, bool> Answers) : NegotiationEvent;

/// <summary>All sponsors accepted: one alternative stands where there were two, with the States of both behind it.</summary>
/// <param name="Text">y after the merge.</param>
public sealed record AlternativesMerged(string Offer, ProvisionId Provision, AlternativeId First, AlternativeId Second, Alternative Into, Position Text) : NegotiationEvent;

/// <param name="DeclinedBy">Empty when the offer lapsed because an alternative was gone or the issue was concluded.</param>
public sealed record MergeDeclined(string Offer, ProvisionId Provision, ImmutableArray<DelegationId> DeclinedBy) : NegotiationEvent;

/// <summary>The chair asked whether there was any objection to closing the bracket on an alternative.</summary>
public sealed record ObjectionsHeard(ProvisionId Provision, AlternativeId Alternative, ImmutableArray<DelegationId> Objectors) : NegotiationEvent;

public sealed record BracketClosed(ProvisionId Provision, AlternativeId On) : NegotiationEvent;
