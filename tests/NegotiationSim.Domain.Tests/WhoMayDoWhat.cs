using System.Collections.Immutable;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class WhoMayDoWhat
{
    private static readonly ImmutableArray<NegotiationCommand> OfTheChair =
    [
        new OpenMeeting(), new SuspendMeeting(null), new ResumeMeeting(), new AdjournMeeting(), new TakeUpItem(0, [Veto, Enlargement]), new TakeUpIssue(Veto), new ConcludeIssue(false),
        new ConcludeItem(), new CloseSpeakersList(), new GiveFloor(), new OfferMerge(UseOfTheVeto, Merge()), new OpenVote("simple", [Veto]), new CloseVote(),
    ];

    private static readonly ImmutableArray<NegotiationCommand> OfTheModel =
    [
        new CloseNegotiation([]), new BeginRound(), new EndRound(true), Lines(), new DrawUpSpeakersList([]), new ConcludeMerge("VET.1/1+VET.1/2", At(.5)), new CloseBracket(UseOfTheVeto, Alternative(UseOfTheVeto, 1), []), Reflection(), Figures(1),
        new DraftElementsPaper(Paper(1)), new HoldPaperReading(NotAccepting()), new ReviseElementsPaper(Paper(2)), new CirculateElementsPaper(), new DecideOnElementsPaper(NotAccepting()),
    ];

    private static readonly ImmutableArray<NegotiationCommand> OfADelegation =
    [
        new RequestFloor(Kenya), new WithdrawFloorRequest(Kenya), Statement(Kenya, .5), new ReturnFloor(), new ProposeAlternative(Kenya, UseOfTheVeto, At(.6), "Words"),
        new WithdrawAlternative(Kenya, UseOfTheVeto, Alternative(UseOfTheVeto, 3)), new AnswerMerge("VET.1/1+VET.1/2", ImmutableSortedDictionary<DelegationId, bool>.Empty.Add(Kenya, true)), Votes((Kenya, Mark.For)),
    ];

    private static readonly ImmutableArray<NegotiationCommand> Everything =
        [.. OfTheChair, .. OfTheModel, .. OfADelegation, new ApplyInject(new("news", Morning, "News", "News", [])), Opening()];

    [Fact]
    public void Nothing_is_in_order_before_the_opening() =>
        Assert.All(Everything.Where(c => c is not OpenNegotiation), c => World.Unopened.When(c).ThenRefused(Refusal.NotOpened));

    [Fact]
    public void Nothing_is_in_order_after_the_end()
    {
        var closed = AClosedRoom();
        Assert.All(Everything, c => closed.When(c).ThenRefused(c is OpenNegotiation ? Refusal.AlreadyOpened : Refusal.NegotiationIsOver));
    }

    [Fact]
    public void A_delegation_does_not_preside()
    {
        Assert.All(OfTheChair, c => Assert.Contains(Refusals(c.By(Kenya)), r => r == Refusal.OnlyTheChair));
        Assert.All(OfTheChair, c => Assert.DoesNotContain(null, Refusals(c.By(Kenya))));
    }

    [Fact]
    public void What_the_model_records_nobody_else_records()
    {
        Assert.All(OfTheModel, c => Assert.Contains(Refusals(c.ByTheFacilitator()), r => r == Refusal.OnlyTheModel));
        Assert.All(OfTheModel, c => Assert.DoesNotContain(null, Refusals(c.ByTheFacilitator())));
        Assert.All(OfTheModel, c => Assert.DoesNotContain(null, Refusals(c.By(Kenya))));
    }

    [Fact]
    public void The_facilitator_may_do_whatever_the_chair_or_a_delegation_may() =>
        Assert.All([.. OfTheChair, .. OfADelegation], (NegotiationCommand c) =>
            Assert.DoesNotContain(Refusals(c.ByTheFacilitator()), r => r == Refusal.OnlyTheChair || r == Refusal.OnlyTheModel || r == Refusal.NotYourSeat));

    [Fact]
    public void Time_runs_forward_for_everyone()
    {
        var meeting = AMeeting();
        Assert.All(Everything.Where(c => c is not OpenNegotiation), c => meeting.When(c.At(Morning)).ThenRefused(Refusal.TimeRunsForward));
    }

    [Fact]
    public void A_stranger_is_told_so()
    {
        var meeting = AMeeting();
        Assert.All(Everything.Where(c => c is not OpenNegotiation), c => meeting.When(c.By(Atlantis)).ThenRefused(Refusal.NoSuchDelegation));
    }

    /// <summary>What the command meets with in every world between the opening and the end.</summary>
    private static IEnumerable<Refusal?> Refusals(NegotiationCommand command) =>
        Open.Value.Select(w => w.When(command).Decision.Refusal);

    private static readonly Lazy<World[]> Open = new(() => [.. Worlds.Select(w => w()).Where(w => !w.Room.IsClosed)]);
}
