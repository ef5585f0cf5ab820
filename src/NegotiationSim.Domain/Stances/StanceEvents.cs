using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Where the delegations stand in public after a round of statements.</summary>
/// <param name="Provisions">The columns of the table.</param>
/// <param name="HasMoved">Whether any position moved by more than 2^-30.</param>
public sealed record PositionsReflected(
    int Round,
    bool HasMoved,
    ImmutableArray<ProvisionId> Provisions,
    ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>> Rows) : NegotiationEvent;

/// <summary>Who stands behind what. Whoever is in no list of a provision stands behind none of its alternatives.</summary>
public sealed record StancesTaken(ImmutableSortedDictionary<ProvisionId, ProvisionStances> Provisions) : NegotiationEvent;

/// <param name="Text">y with this support.</param>
public sealed record ProvisionStances(Position Text, ImmutableSortedDictionary<AlternativeId, ImmutableArray<DelegationId>> Behind);

/// <summary>How open each delegation is and how far it trusts the chair, each row for its own delegation.</summary>
public sealed record ConfidenceMoved(ImmutableSortedDictionary<DelegationId, Confidence> Rows) : NegotiationEvent;

/// <summary>Trust between home groups: for facilitators.</summary>
/// <param name="Between">Row by row in the order of the home groups.</param>
public sealed record TrustMoved(ImmutableArray<Trust> Between) : NegotiationEvent;

/// <summary>How a delegation listens.</summary>
/// <param name="Openness">eps, by provision; in a later event only where it moved.</param>
/// <param name="InChair">tau of the State in the chair.</param>
public sealed record Confidence(ImmutableSortedDictionary<ProvisionId, Position> Openness, Trust InChair);
