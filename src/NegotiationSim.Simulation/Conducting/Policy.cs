using System.Collections.Immutable;
using System.Diagnostics;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>How unattended delegations and groups answer: pure functions of the question.</summary>
public static class Policy
{
    public static Answer Of(Question question) => question switch
    {
        DelegationQuestion q => Of(q),
        GroupQuestion q => Of(q),
        _ => throw new UnreachableException(question.GetType().Name),
    };

    public static Answer Of(DelegationQuestion question) => question switch
    {
        StatementQuestion q => StatementPolicy.Of(q),
        ReflectionQuestion q => ReflectionPolicy.Of(q),
        MergeQuestion q => DecisionPolicy.Of(q),
        ObjectionQuestion q => DecisionPolicy.Of(q),
        PaperQuestion q => DecisionPolicy.Of(q),
        VoteQuestion q => DecisionPolicy.Of(q),
        _ => throw new UnreachableException(question.GetType().Name),
    };

    public static Answer Of(GroupQuestion question) => question switch
    {
        GroupLineQuestion q => new GroupLineAnswer(q.Provisions.ToImmutableSortedDictionary(p => p.Provision, Line)),
        _ => throw new UnreachableException(question.GetType().Name),
    };

    private static Position Line(MembersOnProvision members)
    {
        var capabilities = Enumerable.Repeat(Weight.Full, members.Positions.Length).ToArray();
        return GroupLine.Of(members.Positions.AsSpan(), members.Saliences.AsSpan(), capabilities);
    }
}
