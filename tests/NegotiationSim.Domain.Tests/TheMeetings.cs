using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class TheMeetings
{
    [Fact]
    public void An_opening_records_all_that_the_room_starts_from() =>
        World.Unopened.When(Opening()).Then(
            typeof(NegotiationOpened), typeof(InstructionsGiven), typeof(ConfidenceMoved), typeof(ModelConfigured), typeof(OpeningPositionsTaken), typeof(DraftTabled), typeof(MeasuresTaken));

    [Fact]
    public void A_negotiation_is_opened_once_and_by_the_model()
    {
        AnOpenRoom().When(Opening()).ThenRefused(Refusal.AlreadyOpened);
        World.Unopened.When(Opening().ByTheFacilitator()).ThenRefused(Refusal.OnlyTheModel);
    }

    [Fact]
    public void Meetings_are_numbered_through_the_session()
    {
        Assert.Equal(1, AnOpenRoom().When(new OpenMeeting()).Then<MeetingOpened>().Number);
        Assert.Equal(2, AMeeting().After(new AdjournMeeting()).When(new OpenMeeting()).Then<MeetingOpened>().Number);
        AMeeting().When(new OpenMeeting()).ThenRefused(Refusal.MeetingIsOpen);
    }

    [Fact]
    public void A_meeting_is_suspended_until_a_time_and_resumed()
    {
        var until = AMeeting().Room.Now + TimeSpan.FromHours(2);
        var suspended = AMeeting().After(new SuspendMeeting(until));
        Assert.Equal(until, suspended.Room.Meeting!.SuspendedUntil);
        var resumed = suspended.After(new ResumeMeeting());
        Assert.False(resumed.Room.Meeting!.IsSuspended);
        Assert.Null(resumed.Room.Meeting.SuspendedUntil);
    }

    [Fact]
    public void A_meeting_suspended_without_a_time_rests_until_the_chair_resumes_it()
    {
        var suspended = AMeeting().After(new SuspendMeeting(null));
        Assert.True(suspended.Room.Meeting!.IsSuspended);
        Assert.Null(suspended.Room.Meeting.SuspendedUntil);
        suspended.When(new SuspendMeeting(null)).ThenRefused(Refusal.MeetingIsSuspended);
        AMeeting().When(new ResumeMeeting()).ThenRefused(Refusal.MeetingIsNotSuspended);
    }

    [Fact]
    public void A_meeting_is_suspended_until_a_later_time_within_thirty_days()
    {
        var now = AMeeting().Room.Now;
        AMeeting().When(new SuspendMeeting(now).At(now)).ThenRefused(Refusal.TimeRunsForward);
        AMeeting().When(new SuspendMeeting(now + TimeSpan.FromDays(30)).At(now)).Then(typeof(MeetingSuspended));
        AMeeting().When(new SuspendMeeting(now + TimeSpan.FromDays(31)).At(now)).ThenRefused(Refusal.SuspendedTooLong);
        AMeeting().When(new SuspendMeeting(RoomTime.Of(new(9999, 12, 31), new(23, 59, 59))).At(now)).ThenRefused(Refusal.SuspendedTooLong);
    }

    [Fact]
    public void A_suspended_meeting_hears_nobody_and_can_be_adjourned()
    {
        var suspended = AListOfSpeakers().After(new SuspendMeeting(null));
        suspended.When(new GiveFloor()).ThenRefused(Refusal.MeetingIsSuspended);
        suspended.When(new RequestFloor(Kenya).By(Kenya)).ThenRefused(Refusal.MeetingIsSuspended);
        suspended.When(new OpenVote("simple", [Enlargement])).ThenRefused(Refusal.MeetingIsSuspended);
        Assert.Null(suspended.After(new AdjournMeeting()).Room.Meeting);
    }

    [Fact]
    public void Nobody_is_interrupted_by_the_end_of_a_meeting()
    {
        AStatementBeingMade().When(new AdjournMeeting()).ThenRefused(Refusal.SomebodyHasTheFloor);
        AStatementBeingMade().When(new SuspendMeeting(null).ByTheFacilitator()).ThenRefused(Refusal.SomebodyHasTheFloor);
        AVote().When(new AdjournMeeting()).ThenRefused(Refusal.VoteUnderWay);
        AVote().When(new SuspendMeeting(null)).ThenRefused(Refusal.VoteUnderWay);
    }

    [Fact]
    public void Without_a_meeting_there_is_nothing_to_adjourn_or_suspend_and_nobody_speaks()
    {
        AnOpenRoom().When(new AdjournMeeting()).ThenRefused(Refusal.NoMeeting);
        AnOpenRoom().When(new SuspendMeeting(null)).ThenRefused(Refusal.NoMeeting);
        AnOpenRoom().When(new ResumeMeeting()).ThenRefused(Refusal.NoMeeting);
        AnOpenRoom().When(new RequestFloor(Kenya).By(Kenya)).ThenRefused(Refusal.NoMeeting);
    }

    [Fact]
    public void The_clock_of_the_room_stands_or_runs_forward()
    {
        var room = AMeeting();
        room.When(new AdjournMeeting().At(room.Room.Now + TimeSpan.FromSeconds(-1))).ThenRefused(Refusal.TimeRunsForward);
        room.When(new AdjournMeeting().At(room.Room.Now)).Then(typeof(MeetingAdjourned));
    }

    [Fact]
    public void Items_are_taken_up_in_the_order_of_the_programme()
    {
        AnOpenRoom().When(new TakeUpItem(1, [])).ThenRefused(Refusal.NoSuchItem);
        AnOpenRoom().When(new TakeUpItem(-1, [])).ThenRefused(Refusal.NoSuchItem);
        AMeeting().When(new TakeUpItem(0, [Veto, Enlargement])).ThenRefused(Refusal.NoSuchItem);
        ADiscussionConcluded().When(new TakeUpItem(0, [Veto, Enlargement])).ThenRefused(Refusal.NoSuchItem);
        ADiscussionConcluded().When(new TakeUpItem(1, [])).Then(typeof(ItemTakenUp));
    }

    [Fact]
    public void The_issues_of_an_item_come_in_any_order_but_each_of_them_once()
    {
        AnOpenRoom().When(new TakeUpItem(0, [Enlargement, Veto])).Then(typeof(ItemTakenUp));
        AnOpenRoom().When(new TakeUpItem(0, [Enlargement])).ThenRefused(Refusal.NoSuchItem);
        AnOpenRoom().When(new TakeUpItem(0, [Enlargement, Enlargement])).ThenRefused(Refusal.NoSuchItem);
        AnOpenRoom().When(new TakeUpItem(0, [Enlargement, Veto, Veto])).ThenRefused(Refusal.NoSuchItem);
        ADiscussionConcluded().When(new TakeUpItem(1, [Enlargement])).ThenRefused(Refusal.NoSuchItem);
        AMeeting().When(new TakeUpIssue(Enlargement)).ThenRefused(Refusal.NotUnderDiscussion);
        AnIssueUnderDiscussion().When(new TakeUpIssue(Enlargement)).ThenRefused(Refusal.IssueUnderDiscussion);
    }

    [Fact]
    public void An_issue_is_concluded_between_rounds_and_an_item_when_its_issues_are()
    {
        ARound().When(new ConcludeIssue(true)).ThenRefused(Refusal.NotNow);
        AMeeting().When(new ConcludeIssue(true)).ThenRefused(Refusal.NoIssueUnderDiscussion);
        AMeeting().When(new ConcludeItem()).ThenRefused(Refusal.IssueUnderDiscussion);
        AnIssueUnderDiscussion().When(new ConcludeItem()).ThenRefused(Refusal.IssueUnderDiscussion);
        ARoundThatHasEnded().When(new ConcludeIssue(false)).Then(typeof(IssueConcluded));
    }

    [Fact]
    public void The_negotiation_closes_when_the_programme_is_carried_out()
    {
        AMeetingToVote().When(new CloseNegotiation([])).ThenRefused(Refusal.NotNow);
        ADiscussionConcluded().When(new CloseNegotiation([])).ThenRefused(Refusal.NotNow);
        Assert.True(AClosedRoom().Room.IsClosed);
    }

    [Fact]
    public void A_round_goes_through_its_phases_in_order()
    {
        ARound().When(new BeginRound()).ThenRefused(Refusal.NotNow);
        ARound().When(Lines()).ThenRefused(Refusal.NotNow);
        ARound().When(Reflection()).ThenRefused(Refusal.NotNow);
        AListOfSpeakers().When(new DrawUpSpeakersList([])).ThenRefused(Refusal.NotNow);
        AStatementBeingMade().When(Reflection()).ThenRefused(Refusal.SomebodyHasTheFloor);
        AllHaveSpoken().When(Figures(1)).ThenRefused(Refusal.NotNow);
        ARoundOnTheText().When(new EndRound(true)).ThenRefused(Refusal.NotNow);
        ARoundThatHasEnded().When(Figures(1)).ThenRefused(Refusal.NotNow);
        AMeeting().When(new BeginRound()).ThenRefused(Refusal.NoIssueUnderDiscussion);
    }

    [Fact]
    public void A_table_that_does_not_fit_the_room_is_not_recorded()
    {
        var table = Reflection();
        AllHaveSpoken().When(table with { Positions = table.Positions.Add(Atlantis, [At(.5)]) }).ThenRefused(Refusal.NotOfThisRoom);
        AllHaveSpoken().When(table with { Positions = table.Positions.SetItem(Kenya, []) }).ThenRefused(Refusal.NotOfThisRoom);
        AllHaveSpoken().When(table with { Provisions = [new("NO.1")] }).ThenRefused(Refusal.NotOfThisRoom);
        ARoundOnTheText().When(Figures(1) with { TrustBetween = [] }).ThenRefused(Refusal.NotOfThisRoom);
        ARound().When(new DrawUpSpeakersList([new(Atlantis, null)])).ThenRefused(Refusal.NotOfThisRoom);
    }
}
