using System.Collections.Immutable;
using CsCheck;

namespace NegotiationSim.Domain.Tests;

/// <summary>Who has won, held against results of the Assembly and against the rules of procedure, plainly written.</summary>
public sealed class TheTally
{
    [Theory]
    [InlineData(97, 11, 4, 113, 76, true)] // resolution 1991 A (XVIII), 17 December 1963: the Council grows to fifteen
    [InlineData(75, 0, 38, 113, 76, false)]
    [InlineData(129, 64, 0, 193, 129, true)] // resolution 53/30: two thirds of all the Members
    [InlineData(128, 0, 65, 193, 129, false)] // sixty-five that do not vote yes are enough to block
    [InlineData(128, 0, 0, 193, 129, false)] // absence counts against
    public void A_majority_of_the_members_counts_those_in_favour(int yes, int no, int abstaining, int members, int needed, bool isAdopted)
    {
        var result = Result(new("members", "", DecisionMethod.MembersMajority, needed, null, []), members, yes, no, abstaining);
        Assert.Equal((isAdopted, Math.Max(0, needed - yes)), (result.IsAdopted, result.Missing));
    }

    [Theory]
    [InlineData(143, 7, 15, 193, true)] // the no-action motion on the amendment to the Pact for the Future, 22 September 2024
    [InlineData(94, 90, 1, 193, true)] // the President of the seventy-first session, 13 June 2016
    [InlineData(96, 96, 1, 193, false)] // a tie is a rejection
    [InlineData(1, 0, 192, 193, true)]
    [InlineData(0, 0, 193, 193, false)]
    public void A_simple_majority_is_of_those_that_vote_for_or_against(int yes, int no, int abstaining, int members, bool isAdopted) =>
        Assert.Equal(isAdopted, Result(Simple, members, yes, no, abstaining).IsAdopted);

    [Theory]
    [InlineData(97, 11, 4, 113, true)]
    [InlineData(100, 50, 43, 193, true)]
    [InlineData(99, 50, 44, 193, false)]
    [InlineData(0, 0, 193, 193, false)]
    public void Two_thirds_are_of_those_that_vote_for_or_against(int yes, int no, int abstaining, int members, bool isAdopted) =>
        Assert.Equal(isAdopted, Result(TwoThirds, members, yes, no, abstaining).IsAdopted);

    [Fact]
    public void Every_result_is_as_a_plain_reading_of_its_rule_has_it() =>
        AnyVote.Sample((rule, marks, quorum) =>
        {
            var members = Members(marks.Length);
            var result = Tally.Under(rule, members, members.Zip(marks).Where(x => x.Second is not null).ToDictionary(x => x.First.Id, x => x.Second!.Value), quorum);
            return result.IsAdopted == IsAdopted(rule, members, marks, quorum)
                && result.IsAdopted == (result.Missing == 0)
                && result.For + result.Against + result.Abstaining + result.Absent == marks.Length;
        }, iter: 500);

    [Fact]
    public void The_votes_missing_are_just_enough()
    {
        AnyVote.Sample((rule, marks, _) =>
        {
            var members = Members(marks.Length);
            bool Adopted(Mark?[] cast) => Tally.Under(rule, members, members.Zip(cast).Where(x => x.Second is not null).ToDictionary(x => x.First.Id, x => x.Second!.Value), 0).IsAdopted;
            var missing = Tally.Under(rule, members, members.Zip(marks).Where(x => x.Second is not null).ToDictionary(x => x.First.Id, x => x.Second!.Value), 0).Missing;
            var undecided = Enumerable.Range(0, marks.Length).Where(i => marks[i] is not (Mark.For or Mark.Against)).ToArray();
            if (rule.Method is DecisionMethod.Consensus || !rule.Including.IsEmpty || undecided.Length < missing) return true;
            Mark?[] With(int more) => [.. marks.Select((m, i) => undecided.Take(more).Contains(i) ? Mark.For : m)];
            return Adopted(With(missing)) && (missing == 0 || !Adopted(With(missing - 1)));
        }, iter: 500);
    }

    private static readonly DecisionRule Simple = new("simple", "", DecisionMethod.PresentAndVotingMajority, null, Majority.Simple, []);

    private static readonly DecisionRule TwoThirds = Simple with { Majority = Majority.TwoThirds };

    /// <summary>A rule, the marks of the members (null for those that cast none), and a quorum.</summary>
    private static readonly Gen<(DecisionRule, Mark?[], int)> AnyVote =
        from members in Gen.Int[1, 30]
        from method in Gen.Enum<DecisionMethod>()
        from needed in Gen.Int[1, members]
        from majority in Gen.Enum<Majority>()
        from including in Gen.Int[0, Math.Min(3, members)]
        from quorum in Gen.Int[0, members]
        from marks in Gen.Int[0, 5].Select(m => m switch { 0 or 1 => Mark.For, 2 => Mark.Against, 3 => Mark.Abstaining, 4 => Mark.Absent, _ => (Mark?)null }).Array[members]
        select (
            new DecisionRule("any", "", method, method is DecisionMethod.MembersMajority ? needed : null, method is DecisionMethod.PresentAndVotingMajority ? majority : null,
                method is DecisionMethod.Consensus ? [] : [.. Members(members).Take(including).Select(m => m.Id)]),
            marks,
            quorum);

    /// <summary>The rules of procedure, sentence by sentence.</summary>
    private static bool IsAdopted(DecisionRule rule, ImmutableArray<MemberState> members, Mark?[] marks, int quorum)
    {
        var inFavour = marks.Count(m => m == Mark.For);
        var against = marks.Count(m => m == Mark.Against);
        var present = marks.Count(m => m is Mark.For or Mark.Against or Mark.Abstaining);
        if (present < quorum) return false;
        if (members.Zip(marks).Any(x => rule.Including.Contains(x.First.Id) && x.Second != Mark.For)) return false;
        if (rule.Method == DecisionMethod.Consensus) return against == 0;
        if (rule.Method == DecisionMethod.MembersMajority) return inFavour >= rule.Votes;
        return rule.Majority == Majority.Simple ? inFavour > against : inFavour > 0 && 3 * inFavour >= 2 * (inFavour + against);
    }

    private static VoteResult Result(DecisionRule rule, int members, int yes, int no, int abstaining)
    {
        var all = Members(members);
        var marks = all.Select((m, i) => (m.Id, Mark: i < yes ? Mark.For : i < yes + no ? Mark.Against : i < yes + no + abstaining ? Mark.Abstaining : Mark.Absent));
        return Tally.Under(rule, all, marks.ToDictionary(m => m.Id, m => m.Mark), 0);
    }

    private static ImmutableArray<MemberState> Members(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new MemberState(new($"S{i:000}"), $"State {i}", new("G"), false, new("G")))];
}
