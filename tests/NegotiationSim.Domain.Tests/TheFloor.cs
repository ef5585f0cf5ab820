using System.Collections.Immutable;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class TheFloor
{
    [Fact]
    public void A_delegation_asks_for_the_floor_and_comes_last_on_the_list()
    {
        var asked = AListOfSpeakers().When(new RequestFloor(Kenya).By(Kenya));
        Assert.Equal(new SpeakersListEntry(Kenya, null), asked.Then<FloorRequested>().Entry);
        Assert.Equal([SierraLeone, Italy, Kenya], asked.Room.SpeakersList.Select(s => s.Delegation));
    }

    [Fact]
    public void A_delegation_that_is_on_the_list_does_not_ask_again() =>
        AListOfSpeakers().When(new RequestFloor(Italy).By(Italy)).ThenRefused(Refusal.AlreadyOnList);

    [Fact]
    public void A_delegation_may_speak_for_its_group_and_for_itself()
    {
        AListOfSpeakers().When(new RequestFloor(SierraLeone).By(SierraLeone)).Then(typeof(FloorRequested));
        AListOfSpeakers().When(new RequestFloor(Italy, Ufc).By(Italy)).Then(typeof(FloorRequested));
        AListOfSpeakers().When(new RequestFloor(Italy, Weog).By(Italy)).ThenRefused(Refusal.NoCommonPosition);
        AListOfSpeakers().When(new RequestFloor(Kenya, Ufc).By(Kenya)).ThenRefused(Refusal.NotInThatGroup);
        AListOfSpeakers().When(new RequestFloor(Kenya, new GroupId("NOBODY")).By(Kenya)).ThenRefused(Refusal.NotInThatGroup);
    }

    [Fact]
    public void Nobody_asks_for_the_floor_from_another_seat_or_from_none()
    {
        AListOfSpeakers().When(new RequestFloor(Kenya).By(Brazil)).ThenRefused(Refusal.NotYourSeat);
        AListOfSpeakers().When(new RequestFloor(Atlantis).ByTheFacilitator()).ThenRefused(Refusal.NoSuchDelegation);
        AListOfSpeakers().When(new RequestFloor(Atlantis).By(Atlantis)).ThenRefused(Refusal.NoSuchDelegation);
    }

    [Fact]
    public void A_closed_list_takes_nobody_and_is_heard_to_its_end()
    {
        var closed = AListOfSpeakers().After(new CloseSpeakersList());
        closed.When(new RequestFloor(Kenya).By(Kenya)).ThenRefused(Refusal.ListIsClosed);
        closed.When(new CloseSpeakersList()).ThenRefused(Refusal.ListIsClosed);
        Assert.Equal(SierraLeone, closed.When(new GiveFloor()).Then<FloorGiven>().To.Delegation);
        ARound().When(new RequestFloor(Kenya).By(Kenya)).ThenRefused(Refusal.ListIsClosed);
    }

    [Fact]
    public void A_delegation_leaves_the_list_by_its_own_will()
    {
        Assert.Equal([SierraLeone], AListOfSpeakers().After(new WithdrawFloorRequest(Italy).By(Italy)).Room.SpeakersList.Select(s => s.Delegation));
        AListOfSpeakers().When(new WithdrawFloorRequest(Kenya).By(Kenya)).ThenRefused(Refusal.NotOnList);
        AListOfSpeakers().When(new WithdrawFloorRequest(Italy).By(Kenya)).ThenRefused(Refusal.NotYourSeat);
    }

    [Fact]
    public void The_floor_goes_to_the_first_on_the_list()
    {
        var given = AListOfSpeakers().When(new GiveFloor());
        Assert.Equal(new SpeakersListEntry(SierraLeone, Africa), given.Then<FloorGiven>().To);
        Assert.Equal(SpeakingTimeGroup, given.Then<FloorGiven>().SpeakingTime);
        Assert.Equal([Italy], given.Room.SpeakersList.Select(s => s.Delegation));
    }

    [Fact]
    public void A_State_has_the_time_of_a_State()
    {
        var given = AStatementBeingMade().After(new ReturnFloor()).When(new GiveFloor()).Then<FloorGiven>();
        Assert.Equal((Italy, SpeakingTimeState), (given.To.Delegation, given.SpeakingTime));
    }

    [Fact]
    public void One_delegation_has_the_floor_at_a_time()
    {
        AStatementBeingMade().When(new GiveFloor()).ThenRefused(Refusal.SomebodyHasTheFloor);
        ARound().When(new GiveFloor()).ThenRefused(Refusal.ListIsEmpty);
        ARound().When(new ReturnFloor()).ThenRefused(Refusal.NobodyHasTheFloor);
        AListOfSpeakers().After(new OpenVote("simple", [Veto])).When(new GiveFloor()).ThenRefused(Refusal.VoteUnderWay);
    }

    [Fact]
    public void Only_the_delegation_that_has_the_floor_makes_a_statement_and_only_one()
    {
        AListOfSpeakers().When(Statement(Italy, .5).By(Italy)).ThenRefused(Refusal.NobodyHasTheFloor);
        AStatementBeingMade().When(Statement(Italy, .5).By(Italy)).ThenRefused(Refusal.DoesNotHaveFloor);
        AStatementBeingMade().When(Statement(SierraLeone, .5).By(Italy)).ThenRefused(Refusal.NotYourSeat);
        AStatementBeingMade().After(Statement(SierraLeone, .5)).When(Statement(SierraLeone, .5)).ThenRefused(Refusal.HasSpoken);
        AStatementBeingMade().When(Statement(SierraLeone, .5).By(SierraLeone)).Then(typeof(StatementMade));
    }

    [Fact]
    public void A_delegation_on_behalf_of_its_group_is_heard_as_the_group()
    {
        var said = AStatementBeingMade().When(Statement(SierraLeone, .75));
        Assert.Equal(Africa, said.Then<StatementMade>().OnBehalfOf);
        Assert.Equal([VoiceId.Of(Africa)], said.Room.LastStated.Keys);
    }

    [Fact]
    public void A_statement_is_on_the_issue_under_discussion()
    {
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Provision = Seats }).ThenRefused(Refusal.NotUnderDiscussion);
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Stated = Stated(.5).Add(Seats, At(.5)) }).ThenRefused(Refusal.NotUnderDiscussion);
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Provision = new("NO.1") }).ThenRefused(Refusal.NotUnderDiscussion);
    }

    [Fact]
    public void Words_are_said_or_not_and_no_more_than_two_thousand_characters()
    {
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Words = new string('a', 2_000) }).Then(typeof(StatementMade));
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Words = new string('a', 2_001) }).ThenRefused(Refusal.WordsTooLong);
        AStatementBeingMade().When(Statement(SierraLeone, .5) with { Words = " " }).ThenRefused(Refusal.WordsMissing);
    }

    [Theory]
    [InlineData(-1e9, 1)]
    [InlineData(0, 1)]
    [InlineData(89.9, 89)]
    [InlineData(1e9, 300)]
    public void A_statement_lasts_between_a_second_and_the_speaking_time(double asked, int lasts) =>
        Assert.Equal(TimeSpan.FromSeconds(lasts), AStatementBeingMade().When(Statement(SierraLeone, .5) with { Lasts = TimeSpan.FromSeconds(asked) }).Then<StatementMade>().Lasts);

    [Fact]
    public void A_statement_of_a_kind_that_there_is_not_is_refused() =>
        AStatementBeingMade().When(Statement(SierraLeone, .5, kind: (StatementKind)99)).ThenRefused(Refusal.NoSuchKind);

    [Fact]
    public void A_statement_answers_another_delegation_that_the_round_has_heard()
    {
        var second = AStatementBeingMade().After(Statement(SierraLeone, .75), new ReturnFloor(), new GiveFloor());
        second.When(Statement(Italy, 0, answers: SierraLeone)).Then(typeof(StatementMade));
        second.When(Statement(Italy, 0, answers: Kenya)).ThenRefused(Refusal.NotHeard);
        second.When(Statement(Italy, 0, answers: Italy)).ThenRefused(Refusal.NotHeard);
    }

    [Fact]
    public void What_is_said_again_at_the_same_place_and_answers_nobody_is_counted()
    {
        var world = AStatementBeingMade().After(Statement(SierraLeone, .75), new ReturnFloor(), new GiveFloor());
        Assert.Equal([0, 1, 2], Repetitions(world, .5, .505, .51));
        Assert.Equal([0, 0, 1], Repetitions(world, .5, .52, .52));
    }

    [Fact]
    public void The_count_of_repetitions_begins_again_with_an_answer()
    {
        var world = AStatementBeingMade().After(Statement(SierraLeone, .75), new ReturnFloor(), new GiveFloor(), Statement(Italy, .5), new ReturnFloor());
        world = world.After(new RequestFloor(Italy), new GiveFloor(), Statement(Italy, .5), new ReturnFloor());
        Assert.Equal(1, world.Room.LastStated[VoiceId.Of(Italy)][UseOfTheVeto].Repetition);
        world = world.After(new RequestFloor(Italy), new GiveFloor(), Statement(Italy, .5, answers: SierraLeone), new ReturnFloor());
        Assert.Equal(0, world.Room.LastStated[VoiceId.Of(Italy)][UseOfTheVeto].Repetition);
    }

    [Fact]
    public void A_statement_may_bring_a_proposal_or_a_merge_but_not_both()
    {
        var proposal = new ProposedWords(At(.75), "Restraint in cases of atrocity");
        AStatementBeingMade().When(Statement(SierraLeone, .75) with { Proposal = proposal }).Then(typeof(StatementMade), typeof(AlternativeProposed));
        AStatementBeingMade().When(Statement(SierraLeone, .75) with { Merge = Merge() }).Then(typeof(StatementMade), typeof(MergeOffered));
        AStatementBeingMade().When(Statement(SierraLeone, .75) with { Proposal = proposal, Merge = Merge() }).ThenRefused(Refusal.OneAtATime);
        AStatementBeingMade().When(Statement(SierraLeone, .75) with { Proposal = proposal with { At = At(.5) } }).ThenRefused(Refusal.AlreadyProposed);
    }

    [Fact]
    public void The_floor_is_returned_by_the_speaker_or_taken_back_by_the_chair()
    {
        AStatementBeingMade().When(new ReturnFloor().By(SierraLeone)).Then(typeof(FloorReturned));
        AStatementBeingMade().When(new ReturnFloor().ByTheFacilitator()).Then(typeof(FloorReturned));
        AStatementBeingMade().When(new ReturnFloor().By(Italy)).ThenRefused(Refusal.DoesNotHaveFloor);
    }

    /// <summary>How often each of Italy's statements, at these places in turn, repeated the one before. Italy has the floor.</summary>
    private static int[] Repetitions(World world, params double[] places)
    {
        foreach (var place in places)
        {
            world = world.After(Statement(Italy, place), new ReturnFloor());
            world = world.After(new RequestFloor(Italy), new GiveFloor());
        }
        return [.. world.Record.OfType<StatementMade>().Where(s => s.Delegation == Italy).Select(s => s.Stated[UseOfTheVeto].Repetition)];
    }
}
