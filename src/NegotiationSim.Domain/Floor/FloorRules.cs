using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class FloorRules
{
    private const int LongestWords = 2_000;

    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        WithdrawFloorRequest c when !Negotiation.MaySpeakFor(c, c.Delegation) => Decision.Refuse(Refusal.NotYourSeat),
        WithdrawFloorRequest c when room.SpeakersList.All(s => s.Delegation != c.Delegation) => Decision.Refuse(Refusal.NotOnList),
        WithdrawFloorRequest c => Decision.Of(new FloorRequestWithdrawn(c.Delegation) { At = c.At, By = c.By }),

        _ when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),
        _ when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),

        RequestFloor c when !room.HasDelegation(c.Delegation) => Decision.Refuse(Refusal.NoSuchDelegation),
        RequestFloor c when !Negotiation.MaySpeakFor(c, c.Delegation) => Decision.Refuse(Refusal.NotYourSeat),
        RequestFloor when !room.IsListOpen => Decision.Refuse(Refusal.ListIsClosed),
        RequestFloor c when c.OnBehalfOf is { } group && !Belongs(room, c.Delegation, group) => Decision.Refuse(Refusal.NotInThatGroup),
        RequestFloor c when c.OnBehalfOf is { } group && !room.GroupNamed(group).SpeaksAsOne => Decision.Refuse(Refusal.NoCommonPosition),
        RequestFloor c when room.SpeakersList.Contains(new(c.Delegation, c.OnBehalfOf)) => Decision.Refuse(Refusal.AlreadyOnList),
        RequestFloor c => Decision.Of(new FloorRequested(new(c.Delegation, c.OnBehalfOf)) { At = c.At, By = c.By }),

        DrawUpSpeakersList c when !c.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),
        DrawUpSpeakersList when room.Round?.Phase != RoundPhase.LinesAgreed => Decision.Refuse(Refusal.NotNow),
        DrawUpSpeakersList c when c.Entries.Any(e => !room.HasDelegation(e.Delegation) || e.OnBehalfOf is { } group && !Belongs(room, e.Delegation, group)) => Decision.Refuse(Refusal.NotOfThisRoom),
        DrawUpSpeakersList c => Decision.Of(new SpeakersListDrawnUp(c.Entries) { At = c.At, By = c.By }),

        MakeStatement c when !Negotiation.MaySpeakFor(c, c.Delegation) => Decision.Refuse(Refusal.NotYourSeat),
        MakeStatement when room.Floor is null => Decision.Refuse(Refusal.NobodyHasTheFloor),
        MakeStatement c when room.Floor.Entry.Delegation != c.Delegation => Decision.Refuse(Refusal.DoesNotHaveFloor),
        MakeStatement when room.Floor.Statement is not null => Decision.Refuse(Refusal.HasSpoken),
        MakeStatement when room.Round is not { Phase: RoundPhase.Speaking } => Decision.Refuse(Refusal.NotNow),
        MakeStatement c when !Concerns(room, room.Round!.Issue, c) => Decision.Refuse(Refusal.NotUnderDiscussion),
        MakeStatement c when !Enum.IsDefined(c.Kind) => Decision.Refuse(Refusal.NoSuchKind),
        MakeStatement c when c.Words is not null && string.IsNullOrWhiteSpace(c.Words) => Decision.Refuse(Refusal.WordsMissing),
        MakeStatement c when c.Words?.Length > LongestWords => Decision.Refuse(Refusal.WordsTooLong),
        MakeStatement c when c.Answers is { } answered && (answered == c.Delegation || room.Round!.Heard.All(s => s.Delegation != answered)) => Decision.Refuse(Refusal.NotHeard),
        MakeStatement { Proposal: not null, Merge: not null } => Decision.Refuse(Refusal.OneAtATime),
        MakeStatement c => Stated(room, c),

        ReturnFloor when room.Floor is null => Decision.Refuse(Refusal.NobodyHasTheFloor),
        ReturnFloor c when !Negotiation.MaySpeakFor(c, room.Floor.Entry.Delegation) => Decision.Refuse(Refusal.DoesNotHaveFloor),
        ReturnFloor c => Decision.Of(new FloorReturned(room.Floor.Entry.Delegation) { At = c.At, By = c.By }),

        _ when !Negotiation.IsChair(command) => Decision.Refuse(Refusal.OnlyTheChair),

        CloseSpeakersList when !room.IsListOpen => Decision.Refuse(Refusal.ListIsClosed),
        CloseSpeakersList c => Decision.Of(new SpeakersListClosed { At = c.At, By = c.By }),

        GiveFloor when room.Floor is not null => Decision.Refuse(Refusal.SomebodyHasTheFloor),
        GiveFloor when room.Vote is not null => Decision.Refuse(Refusal.VoteUnderWay),
        GiveFloor when room.SpeakersList.IsEmpty => Decision.Refuse(Refusal.ListIsEmpty),
        GiveFloor c => Decision.Of(new FloorGiven(room.SpeakersList[0], SpeakingTime(room, room.SpeakersList[0])) { At = c.At, By = c.By }),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static TimeSpan SpeakingTime(Negotiation room, SpeakersListEntry entry) =>
        entry.OnBehalfOf is null ? room.Facts.CoFacilitation.SpeakingTimeState : room.Facts.CoFacilitation.SpeakingTimeGroup;

    private static bool Belongs(Negotiation room, DelegationId delegation, GroupId group) =>
        room.Facts.Groups.FirstOrDefault(g => g.Id == group)?.Members.Contains(delegation) == true;

    private static bool Concerns(Negotiation room, IssueId issue, MakeStatement c)
    {
        var provisions = room.IssueNamed(issue).Provisions;
        return provisions.Any(p => p.Id == c.Provision) && c.Stated.Keys.All(id => provisions.Any(p => p.Id == id));
    }

    private static Decision Stated(Negotiation room, MakeStatement c)
    {
        var entry = room.Floor!.Entry;
        var statement = new StatementMade(
            c.Delegation,
            entry.OnBehalfOf,
            c.Kind,
            room.Round!.Issue,
            c.Provision,
            c.Stated.ToImmutableSortedDictionary(s => s.Key, s => new StatedPosition(s.Value, Repetition(room, entry.Voice, s.Key, s.Value, c.Answers))),
            c.Answers,
            c.Words,
            WithinSpeakingTime(c.Lasts, room.Floor.SpeakingTime)) { At = c.At, By = c.By };

        if (c.Proposal is { } proposal)
        {
            var table = TextRules.Propose(room, c, c.Delegation, c.Provision, proposal.At, proposal.Text);
            return table.IsRefused ? table : new Decision([statement, .. table.Events], null);
        }
        if (c.Merge is { } merge)
        {
            var offer = TextRules.Offer(room, c, c.Provision, merge);
            return offer.IsRefused ? offer : new Decision([statement, .. offer.Events], null);
        }
        return Decision.Of(statement);
    }

    /// <summary>In whole seconds, as the room's clock counts them, and at least one.</summary>
    private static TimeSpan WithinSpeakingTime(TimeSpan lasts, TimeSpan speakingTime) =>
        TimeSpan.FromSeconds(Math.Max(1, Math.Min(Math.Floor(lasts.TotalSeconds), speakingTime.TotalSeconds)));

    private static int Repetition(Negotiation room, VoiceId voice, ProvisionId provision, Position at, DelegationId? answers)
    {
        if (answers is not null || !room.LastStated.TryGetValue(voice, out var said) || !said.TryGetValue(provision, out var last)) return 0;
        var radius = room.Model?.Parameters.RepetitionRadius ?? Position.Left;
        return Math.Abs(at.Units - last.At.Units) <= radius.Units ? last.Repetition + 1 : 0;
    }
}
