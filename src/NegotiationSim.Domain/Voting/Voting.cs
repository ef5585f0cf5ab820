using System.Collections.Immutable;

namespace NegotiationSim.Domain;

public enum Mark
{
    For,
    Against,
    Abstaining,
    Absent,
}

/// <summary>A vote under way, on the text of some issues as it stands.</summary>
/// <param name="Rule">Name of the rule in force.</param>
/// <param name="Text">What is voted on.</param>
/// <param name="Marks">Those cast so far.</param>
public sealed record Vote(
    string Rule,
    ImmutableArray<IssueId> Issues,
    ImmutableSortedDictionary<ProvisionId, Position> Text,
    ImmutableSortedDictionary<DelegationId, Mark> Marks);

/// <param name="Missing">Affirmative votes missing; 0 when adopted. Counts indispensable States that did not vote for, and members missing from the quorum.</param>
/// <param name="Without">Indispensable States that did not vote for.</param>
public sealed record VoteResult(
    string Rule,
    bool IsAdopted,
    int For,
    int Against,
    int Abstaining,
    int Absent,
    int Missing,
    ImmutableArray<DelegationId> Without)
{
    /// <summary>The issues whose text was voted on.</summary>
    public ImmutableArray<IssueId> Issues { get; init; } = [];
}

public sealed record VoteOpened(string Rule, ImmutableArray<IssueId> Issues, ImmutableSortedDictionary<ProvisionId, Position> Text) : NegotiationEvent;

public sealed record VotesCast(ImmutableSortedDictionary<DelegationId, Mark> Marks) : NegotiationEvent;

public sealed record VoteClosed(VoteResult Result) : NegotiationEvent;
