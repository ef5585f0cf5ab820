using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class VotingRules
{
    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        _ when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),
        _ when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),

        OpenVote c when !Negotiation.IsChair(c) => Decision.Refuse(Refusal.OnlyTheChair),
        OpenVote when room.Vote is not null => Decision.Refuse(Refusal.VoteUnderWay),
        OpenVote when room.Floor is not null => Decision.Refuse(Refusal.SomebodyHasTheFloor),
        OpenVote c when room.Facts.Rules.Rules.All(r => r.Name != c.Rule) => Decision.Refuse(Refusal.NoSuchRule),
        OpenVote c when c.Issues.IsEmpty || c.Issues.Any(id => room.Facts.Issues.All(i => i.Id != id)) => Decision.Refuse(Refusal.NoSuchProvision),
        OpenVote c => Decision.Of(new VoteOpened(c.Rule, c.Issues, TextOf(room, c.Issues)) { At = c.At, By = c.By }),

        _ when room.Vote is null => Decision.Refuse(Refusal.NoVote),

        CastVotes c when c.Marks.Keys.Any(d => !room.HasDelegation(d)) => Decision.Refuse(Refusal.NoSuchDelegation),
        CastVotes c when c.Marks.Keys.Any(d => !Negotiation.MaySpeakFor(c, d)) => Decision.Refuse(Refusal.NotYourSeat),
        CastVotes c when c.Marks.IsEmpty || c.Marks.Values.Any(m => !Enum.IsDefined(m)) => Decision.Refuse(Refusal.NoSuchMark),
        CastVotes c when c.Marks.Keys.Any(room.Vote.Marks.ContainsKey) => Decision.Refuse(Refusal.HasVoted),
        CastVotes c => Decision.Of(new VotesCast(c.Marks) { At = c.At, By = c.By }),

        CloseVote c when !Negotiation.IsChair(c) => Decision.Refuse(Refusal.OnlyTheChair),
        CloseVote c => Decision.Of(new VoteClosed(Tally.Under(room.Facts.Rules.Named(room.Vote.Rule), room.States, room.Vote.Marks, room.Facts.Rules.Quorum) with { Issues = room.Vote.Issues }) { At = c.At, By = c.By }),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static ImmutableSortedDictionary<ProvisionId, Position> TextOf(Negotiation room, ImmutableArray<IssueId> issues) =>
        issues.SelectMany(i => room.IssueNamed(i).Provisions).ToImmutableSortedDictionary(p => p.Id, p => room.Draft[p.Id].Text);
}
