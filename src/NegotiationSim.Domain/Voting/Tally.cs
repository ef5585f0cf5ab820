using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The count, by the rule in force.</summary>
public static class Tally
{
    /// <summary>The result of a vote. A member without a mark is absent.</summary>
    /// <param name="members">All members of the body, present or not.</param>
    /// <param name="quorum">Members that must take part for the body to decide.</param>
    public static VoteResult Under(DecisionRule rule, ImmutableArray<MemberState> members, IReadOnlyDictionary<DelegationId, Mark> marks, int quorum)
    {
        Mark Of(DelegationId id) => marks.TryGetValue(id, out var mark) ? mark : Mark.Absent;
        int Count(Mark mark) => members.Count(m => Of(m.Id) == mark);

        var (yes, no) = (Count(Mark.For), Count(Mark.Against));
        var without = rule.Including.Where(id => Of(id) != Mark.For).ToImmutableArray();
        var absent = Count(Mark.Absent);
        var missing = Math.Max(Missing(rule, members.Length, yes, no, without.Length), quorum - (members.Length - absent));
        return new VoteResult(rule.Name, missing == 0, yes, no, Count(Mark.Abstaining), absent, missing, without);
    }

    /// <summary>Affirmative votes missing, or objectors under consensus; 0 when the rule is satisfied.</summary>
    /// <param name="members">Number of members of the body.</param>
    /// <param name="yes">Those in favour.</param>
    /// <param name="no">Those against; under consensus, those who object.</param>
    /// <param name="indispensableMissing">How many indispensable States are not in favour.</param>
    public static int Missing(DecisionRule rule, int members, int yes, int no, int indispensableMissing) => rule.Method switch
    {
        DecisionMethod.Consensus => no,
        DecisionMethod.MembersMajority => Math.Max((rule.Votes ?? members) - yes, indispensableMissing),
        DecisionMethod.PresentAndVotingMajority => Math.Max(Math.Max(0, Needed(rule, no) - yes), indispensableMissing),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Method, "No such method of decision."),
    } is > 0 and var missing ? missing : 0;

    /// <summary>Affirmative votes needed against so many negative ones, by a majority of those present and voting.</summary>
    private static int Needed(DecisionRule rule, int no) => rule.Majority switch
    {
        Majority.TwoThirds => Math.Max(1, 2 * no),
        _ => no + 1,
    };
}
