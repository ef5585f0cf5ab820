using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class ThePaper
{
    [Fact]
    public void The_paper_is_drafted_once_and_only_under_its_item_of_the_programme()
    {
        AMeeting().When(new DraftElementsPaper(Paper(1))).ThenRefused(Refusal.NotNow);
        AnElementsPaper().When(new DraftElementsPaper(Paper(1))).ThenRefused(Refusal.NotNow);
        AnElementsPaper().When(new DraftElementsPaper(Paper(1)).ByTheFacilitator()).ThenRefused(Refusal.OnlyTheModel);
    }

    [Fact]
    public void Where_nothing_has_converged_there_is_no_paper_to_read()
    {
        var nothing = ADiscussionConcluded().After(new TakeUpItem(1, []), new DraftElementsPaper(null), new OpenMeeting());
        nothing.When(new HoldPaperReading(NotAccepting())).ThenRefused(Refusal.NoPaper);
        nothing.When(new ConcludeItem()).Then(typeof(ItemConcluded));
    }

    [Fact]
    public void A_paper_is_read_in_a_meeting()
    {
        AnElementsPaper().When(new HoldPaperReading(NotAccepting())).ThenRefused(Refusal.NoMeeting);
        AnElementsPaper().After(new OpenMeeting(), new SuspendMeeting(null)).When(new HoldPaperReading(NotAccepting())).ThenRefused(Refusal.MeetingIsSuspended);
        Assert.Equal(1, AnElementsPaper().After(new OpenMeeting()).When(new HoldPaperReading(NotAccepting(France))).Then<PaperReadingHeld>().Number);
    }

    [Fact]
    public void Each_revision_is_the_next_version()
    {
        AnElementsPaper().When(new ReviseElementsPaper(Paper(1))).ThenRefused(Refusal.NotNow);
        AnElementsPaper().When(new ReviseElementsPaper(Paper(3))).ThenRefused(Refusal.NotNow);
        Assert.Equal(2, AnElementsPaper().When(new ReviseElementsPaper(Paper(2))).Then<ElementsPaperRevised>().Paper.Version);
    }

    [Fact]
    public void A_circulated_paper_is_not_read_revised_or_circulated_again()
    {
        APaperCirculated().When(new HoldPaperReading(NotAccepting())).ThenRefused(Refusal.NotNow);
        APaperCirculated().When(new ReviseElementsPaper(Paper(3))).ThenRefused(Refusal.NotNow);
        APaperCirculated().When(new CirculateElementsPaper()).ThenRefused(Refusal.NotNow);
    }

    [Fact]
    public void The_membership_decides_once_in_a_meeting_and_after_circulation()
    {
        APaperRead().When(new DecideOnElementsPaper(NotAccepting())).ThenRefused(Refusal.NotNow);
        APaperRead().After(new CirculateElementsPaper()).When(new DecideOnElementsPaper(NotAccepting())).ThenRefused(Refusal.NoMeeting);
        APaperCirculated().After(new DecideOnElementsPaper(NotAccepting())).When(new DecideOnElementsPaper(NotAccepting())).ThenRefused(Refusal.NoPaper);
    }

    [Fact]
    public void By_consensus_one_delegation_that_does_not_accept_is_enough()
    {
        Assert.True(APaperCirculated().When(new DecideOnElementsPaper(NotAccepting())).Then<ElementsPaperDecided>().IsAccepted);
        Assert.False(APaperCirculated().When(new DecideOnElementsPaper(NotAccepting(Kenya))).Then<ElementsPaperDecided>().IsAccepted);
    }
}
