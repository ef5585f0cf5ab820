using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Which rule decides at which stage.</summary>
/// <param name="Rules">By name, in the order of the file.</param>
/// <param name="Brackets">Name of the rule by which a bracket closes.</param>
/// <param name="ElementsPaper">Name of the rule by which the membership accepts the paper.</param>
/// <param name="Text">Name of the rule that the room's large number is measured against.</param>
/// <param name="Quorum">Delegations that must be present for a decision.</param>
public sealed record DecisionRules(ImmutableArray<DecisionRule> Rules, string Brackets, string ElementsPaper, string Text, int Quorum)
{
    public DecisionRule Named(string name) =>
        Rules.FirstOrDefault(r => r.Name == name) ?? throw new ArgumentException($"The scenario has no rule named {name}.", nameof(name));
}

/// <summary>How a question is decided.</summary>
/// <param name="Votes">Affirmative votes needed; null under consensus and where the majority is of those present and voting.</param>
/// <param name="Majority">Share of those present and voting; null otherwise.</param>
/// <param name="Including">States whose affirmative vote is indispensable.</param>
public sealed record DecisionRule(string Name, Words Title, DecisionMethod Method, int? Votes, Majority? Majority, ImmutableArray<DelegationId> Including);

public enum DecisionMethod
{
    /// <summary>Nobody objects. Silence is not objection.</summary>
    Consensus,

    /// <summary>A number of affirmative votes of the members; abstention and absence count against.</summary>
    MembersMajority,

    /// <summary>A majority of those present and voting; abstainers are not voting.</summary>
    PresentAndVotingMajority,
}

/// <summary>A majority of those present and voting.</summary>
public enum Majority
{
    /// <summary>More for than against.</summary>
    Simple,

    /// <summary>At least twice as many for as against.</summary>
    TwoThirds,
}
