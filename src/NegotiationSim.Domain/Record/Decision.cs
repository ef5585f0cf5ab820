using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>What a command leads to: events, or a refusal; never both.</summary>
public sealed record Decision(ImmutableArray<NegotiationEvent> Events, Refusal? Refusal)
{
    public bool IsRefused => Refusal is not null;

    public static Decision Of(params ReadOnlySpan<NegotiationEvent> events) => new([.. events], null);

    public static Decision Refuse(Refusal refusal) => new([], refusal);
}

/// <summary>A refusal in words that the chair could say aloud.</summary>
/// <param name="Code">Stable, for programs: ListIsClosed.</param>
/// <param name="Fact">What is the case: The list is closed.</param>
/// <param name="Instead">What is possible; null when nothing is.</param>
public sealed record Refusal(string Code, string Fact, string? Instead = null)
{
    public static Refusal NotOpened { get; } = new(nameof(NotOpened), "The negotiation has not been opened.");
    public static Refusal AlreadyOpened { get; } = new(nameof(AlreadyOpened), "The negotiation is already open.");
    public static Refusal NegotiationIsOver { get; } = new(nameof(NegotiationIsOver), "The programme is carried out; the negotiation is over.", "The record can be read and replayed.");
    public static Refusal TimeRunsForward { get; } = new(nameof(TimeRunsForward), "The room's clock is already past that time.");
    public static Refusal SuspendedTooLong { get; } = new(nameof(SuspendedTooLong), "A meeting is suspended for thirty days at most.", "Adjourn it, or suspend it until you resume it.");
    public static Refusal OnlyTheModel { get; } = new(nameof(OnlyTheModel), "Only the co-facilitators' desk records that.");
    public static Refusal OnlyTheChair { get; } = new(nameof(OnlyTheChair), "Only the chair may do that.", "You may ask the chair for the floor.");
    public static Refusal OnlyFacilitators { get; } = new(nameof(OnlyFacilitators), "Only the facilitator brings news from outside.");
    public static Refusal NotYourSeat { get; } = new(nameof(NotYourSeat), "You may not speak for another delegation.");
    public static Refusal NoSuchDelegation { get; } = new(nameof(NoSuchDelegation), "That State has no delegation in this room.");
    public static Refusal NoMeeting { get; } = new(nameof(NoMeeting), "No meeting is open.", "Wait until the chair opens the meeting.");
    public static Refusal MeetingIsOpen { get; } = new(nameof(MeetingIsOpen), "The meeting is already open.");
    public static Refusal MeetingIsSuspended { get; } = new(nameof(MeetingIsSuspended), "The meeting is suspended.", "Wait until the chair resumes it.");
    public static Refusal MeetingIsNotSuspended { get; } = new(nameof(MeetingIsNotSuspended), "The meeting is not suspended.");
    public static Refusal SomebodyHasTheFloor { get; } = new(nameof(SomebodyHasTheFloor), "A delegation has the floor.", "Wait until it has finished.");
    public static Refusal NobodyHasTheFloor { get; } = new(nameof(NobodyHasTheFloor), "Nobody has the floor.");
    public static Refusal DoesNotHaveFloor { get; } = new(nameof(DoesNotHaveFloor), "You do not have the floor.", "Ask for the floor.");
    public static Refusal HasSpoken { get; } = new(nameof(HasSpoken), "The delegation has already made its statement.");
    public static Refusal NotHeard { get; } = new(nameof(NotHeard), "This round has heard no such other delegation.", "A statement may answer nobody.");
    public static Refusal NoSuchKind { get; } = new(nameof(NoSuchKind), "There is no statement of that kind.");
    public static Refusal OneAtATime { get; } = new(nameof(OneAtATime), "A statement brings a proposal or a merge, not both.");
    public static Refusal ListIsClosed { get; } = new(nameof(ListIsClosed), "The list of speakers is closed.", "It opens again with the next round.");
    public static Refusal ListIsEmpty { get; } = new(nameof(ListIsEmpty), "Nobody is on the list of speakers.");
    public static Refusal AlreadyOnList { get; } = new(nameof(AlreadyOnList), "The delegation is already on the list.");
    public static Refusal NotOnList { get; } = new(nameof(NotOnList), "The delegation is not on the list.");
    public static Refusal NotInThatGroup { get; } = new(nameof(NotInThatGroup), "The delegation does not belong to that group.", "It may speak for its own State.");
    public static Refusal NoCommonPosition { get; } = new(nameof(NoCommonPosition), "That group has no common position to state.", "The delegation may speak for its own State.");
    public static Refusal NoSuchItem { get; } = new(nameof(NoSuchItem), "The programme of work has no such item now.");
    public static Refusal NoIssueUnderDiscussion { get; } = new(nameof(NoIssueUnderDiscussion), "No issue is under discussion.");
    public static Refusal IssueUnderDiscussion { get; } = new(nameof(IssueUnderDiscussion), "An issue is under discussion.", "Conclude it first.");
    public static Refusal NotUnderDiscussion { get; } = new(nameof(NotUnderDiscussion), "That is not under discussion.", "Wait until the programme of work takes it up.");
    public static Refusal NotNow { get; } = new(nameof(NotNow), "It is not the time for that.");
    public static Refusal NoSuchProvision { get; } = new(nameof(NoSuchProvision), "The draft has no such provision.");
    public static Refusal NoSuchAlternative { get; } = new(nameof(NoSuchAlternative), "The draft has no such alternative.");
    public static Refusal BracketIsClosed { get; } = new(nameof(BracketIsClosed), "The bracket is closed: the paragraph is agreed.");
    public static Refusal AlreadyProposed { get; } = new(nameof(AlreadyProposed), "An alternative stands at that place already.", "The delegation may stand behind it.");
    public static Refusal WordsMissing { get; } = new(nameof(WordsMissing), "A proposal needs words.");
    public static Refusal WordsTooLong { get; } = new(nameof(WordsTooLong), "That is too long for the record.", "Keep it under two thousand characters.");
    public static Refusal NotASponsor { get; } = new(nameof(NotASponsor), "The delegation is not a sponsor.");
    public static Refusal TheOnlyAlternative { get; } = new(nameof(TheOnlyAlternative), "It is the last alternative of the paragraph.");
    public static Refusal NoSuchOffer { get; } = new(nameof(NoSuchOffer), "No such merge is on offer.");
    public static Refusal AlreadyOffered { get; } = new(nameof(AlreadyOffered), "That merge is already on offer.");
    public static Refusal AlreadyAnswered { get; } = new(nameof(AlreadyAnswered), "The delegation has already answered.");
    public static Refusal NotAsked { get; } = new(nameof(NotAsked), "The delegation was not asked.");
    public static Refusal AnswersAwaited { get; } = new(nameof(AnswersAwaited), "Not all sponsors have answered.");
    public static Refusal ThereIsObjection { get; } = new(nameof(ThereIsObjection), "There is objection.", "The bracket stays open.");
    public static Refusal NoPaper { get; } = new(nameof(NoPaper), "There is no elements paper.");
    public static Refusal VoteUnderWay { get; } = new(nameof(VoteUnderWay), "Voting has begun.", "Wait for the result.");
    public static Refusal NoVote { get; } = new(nameof(NoVote), "No vote is under way.");
    public static Refusal NoSuchMark { get; } = new(nameof(NoSuchMark), "That is not a vote.", "A delegation votes for or against, abstains, or is absent.");
    public static Refusal HasVoted { get; } = new(nameof(HasVoted), "The delegation has already voted.");
    public static Refusal NoSuchRule { get; } = new(nameof(NoSuchRule), "The scenario has no such rule of decision.");
    public static Refusal InjectKnown { get; } = new(nameof(InjectKnown), "That news has already reached the room.");
    public static Refusal NotOfThisRoom { get; } = new(nameof(NotOfThisRoom), "What is to be recorded speaks of what is not in this room.");
}
