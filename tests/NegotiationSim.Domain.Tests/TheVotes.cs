using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class TheVotes
{
    [Fact]
    public void A_vote_is_on_the_text_of_its_issues_as_it_stands()
    {
        var opened = AMeetingToVote().When(new OpenVote("adoption", [Enlargement, Veto])).Then<VoteOpened>();
        Assert.Equal([Seats, UseOfTheVeto, NewVetoes], opened.Text.Keys);
    }

    [Fact]
    public void One_vote_at_a_time_under_a_rule_of_the_scenario_on_issues_that_there_are()
    {
        AVote().When(new OpenVote("simple", [Enlargement])).ThenRefused(Refusal.VoteUnderWay);
        AMeetingToVote().When(new OpenVote("acclamation", [Enlargement])).ThenRefused(Refusal.NoSuchRule);
        AMeetingToVote().When(new OpenVote("simple", [])).ThenRefused(Refusal.NoSuchProvision);
        AMeetingToVote().When(new OpenVote("simple", [new("NON")])).ThenRefused(Refusal.NoSuchProvision);
        AMeetingToVote().After(new AdjournMeeting()).When(new OpenVote("simple", [Enlargement])).ThenRefused(Refusal.NoMeeting);
        AStatementBeingMade().When(new OpenVote("simple", [Enlargement])).ThenRefused(Refusal.SomebodyHasTheFloor);
    }

    [Fact]
    public void Each_delegation_votes_once_and_for_itself()
    {
        AVote().When(Votes((Kenya, Mark.For)).By(Kenya)).Then(typeof(VotesCast));
        AVote().When(Votes((Kenya, Mark.For)).By(Italy)).ThenRefused(Refusal.NotYourSeat);
        AVote().When(Votes((Kenya, Mark.For), (Italy, Mark.For)).By(Kenya)).ThenRefused(Refusal.NotYourSeat);
        AVote().When(Votes((Atlantis, Mark.For))).ThenRefused(Refusal.NoSuchDelegation);
        AVote().After(Votes((Kenya, Mark.For))).When(Votes((Kenya, Mark.Against)).By(Kenya)).ThenRefused(Refusal.HasVoted);
        AMeetingToVote().When(Votes((Kenya, Mark.For)).By(Kenya)).ThenRefused(Refusal.NoVote);
    }

    [Fact]
    public void What_is_not_a_vote_is_not_counted()
    {
        AVote().When(Votes()).ThenRefused(Refusal.NoSuchMark);
        AVote().When(Votes((Kenya, (Mark)7))).ThenRefused(Refusal.NoSuchMark);
    }

    [Fact]
    public void A_delegation_without_a_mark_is_absent()
    {
        var result = AVote().After(Votes((Kenya, Mark.For), (Italy, Mark.Against), (France, Mark.Abstaining), (Brazil, Mark.For))).When(new CloseVote()).Then<VoteClosed>().Result;
        Assert.Equal((2, 1, 1, 1, true), (result.For, result.Against, result.Abstaining, result.Absent, result.IsAdopted));
    }

    [Fact]
    public void Without_a_quorum_nothing_is_decided()
    {
        var result = AVote().After(Votes((Kenya, Mark.For), (Brazil, Mark.For))).When(new CloseVote()).Then<VoteClosed>().Result;
        Assert.Equal((false, 1), (result.IsAdopted, result.Missing));
    }

    [Fact]
    public void A_vote_ends_with_its_result_and_makes_way_for_the_next()
    {
        var closed = AVote().After(AllVote(Mark.For), new CloseVote());
        Assert.Null(closed.Room.Vote);
        Assert.True(Assert.Single(closed.Room.VoteResults).IsAdopted);
        closed.When(new CloseVote()).ThenRefused(Refusal.NoVote);
        closed.When(new OpenVote("simple", [Enlargement])).Then(typeof(VoteOpened));
        AVote().When(new ConcludeItem()).ThenRefused(Refusal.VoteUnderWay);
    }

    [Fact]
    public void An_amendment_has_two_gates_and_a_permanent_member_bars_only_the_second()
    {
        CastVotes allButFrance = Votes((Brazil, Mark.For), (Italy, Mark.For), (Kenya, Mark.For), (SierraLeone, Mark.For), (France, Mark.Against));
        var adoption = AVote("adoption").After(allButFrance).When(new CloseVote());
        Assert.True(adoption.Then<VoteClosed>().Result.IsAdopted);

        var ratification = adoption.World.After(new OpenVote("ratification", [Enlargement]), allButFrance).When(new CloseVote()).Then<VoteClosed>().Result;
        Assert.Equal((4, false, 1), (ratification.For, ratification.IsAdopted, ratification.Missing));
        Assert.Equal<DelegationId>([France], ratification.Without);
    }
}
