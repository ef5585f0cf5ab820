using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The common position of each home group on the issue, each row for the members of its group.</summary>
public sealed record GroupLinesAgreed(ImmutableSortedDictionary<GroupId, ImmutableSortedDictionary<ProvisionId, Position>> Rows) : NegotiationEvent;
