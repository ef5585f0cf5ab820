using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>From what the record says that a person did, back to the command; so that the rules of the room can be asked again.</summary>
internal static class PeoplesActs
{
    /// <summary>The command that the event at this place begins to answer; null for an event that no person's command leads to.</summary>
    public static NegotiationCommand? CommandOf(Negotiation room, IReadOnlyList<NegotiationEvent> events, int at)
    {
        NegotiationCommand? command = events[at] switch
        {
            MeetingOpened => new OpenMeeting(),
            MeetingSuspended e => new SuspendMeeting(e.Until),
            MeetingResumed => new ResumeMeeting(),
            MeetingAdjourned => new AdjournMeeting(),
            ItemTakenUp e => new TakeUpItem(e.Item, e.Issues),
            IssueTakenUp e => new TakeUpIssue(e.Issue),
            IssueConcluded e => new ConcludeIssue(e.Early),
            ItemConcluded => new ConcludeItem(),
            SpeakersListClosed => new CloseSpeakersList(),
            FloorRequested e => new RequestFloor(e.Entry.Delegation, e.Entry.OnBehalfOf),
            FloorRequestWithdrawn e => new WithdrawFloorRequest(e.Delegation),
            FloorGiven => new GiveFloor(),
            StatementMade e => Statement(e, at + 1 < events.Count && events[at + 1].By == e.By && events[at + 1].At == e.At ? events[at + 1] : null),
            FloorReturned => new ReturnFloor(),
            AlternativeProposed { Alternative.Sponsors: [var by, ..] } e => new ProposeAlternative(by, e.Provision, e.Alternative.At, e.Alternative.Text),
            AlternativeWithdrawn e when room.Draft.GetValueOrDefault(e.Provision)?.Find(e.Alternative) is { Sponsors: [var by, ..] } => new WithdrawAlternative(by, e.Provision, e.Alternative),
            MergeOffered { Offer: var o } => new OfferMerge(o.Provision, new ProposedMerge(o.First, o.Second, o.At, o.Text)),
            MergeAnswered e => new AnswerMerge(e.Offer, e.Answers),
            VoteOpened e => new OpenVote(e.Rule, e.Issues),
            VotesCast e => new CastVotes(e.Marks),
            VoteClosed => new CloseVote(),
            // What a shock does stands in the events behind it: the record does not keep the effects that led to them.
            InjectApplied e => new ApplyInject(new Inject(e.Id, e.At, e.Title, e.Text, [])),
            _ => null,
        };
        return command is null ? null : command with { At = events[at].At, By = events[at].By };
    }

    /// <summary>Adds to a facilitator's shock what the record says that it did to instructions and trust: facts that are taken as given.</summary>
    public static ImmutableArray<NegotiationEvent> WithWhatTheShockDid(ImmutableArray<NegotiationEvent> derived, IReadOnlyList<NegotiationEvent> events, int at) =>
        derived is [InjectApplied]
            ? [.. derived, .. events.Skip(at + 1).Take(2).TakeWhile(e => e is InstructionsChanged or TrustMoved && e.By == events[at].By && e.At == events[at].At)]
            : derived;

    private static MakeStatement Statement(StatementMade e, NegotiationEvent? next) => new(
        e.Delegation,
        e.Kind,
        e.Provision,
        e.Stated.ToImmutableSortedDictionary(s => s.Key, s => s.Value.At),
        e.Answers,
        e.Words,
        e.Lasts,
        next is AlternativeProposed p && p.Provision == e.Provision && p.Alternative.Sponsors is [var by] && by == e.Delegation ? new ProposedWords(p.Alternative.At, p.Alternative.Text) : null,
        next is MergeOffered { Offer: var o } && o.Provision == e.Provision ? new ProposedMerge(o.First, o.Second, o.At, o.Text) : null);
}
