using System.Diagnostics;

namespace NegotiationSim.Domain;

public sealed partial record Negotiation
{
    /// <summary>What a command leads to in this room: the rules of the room, all of them, and nowhere else.</summary>
    /// <param name="room">The whole room, not a view of it.</param>
    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        OpenNegotiation when room.IsOpened => Decision.Refuse(Refusal.AlreadyOpened),
        OpenNegotiation c => OpeningRules.Open(c),

        _ when !room.IsOpened => Decision.Refuse(Refusal.NotOpened),
        _ when room.IsClosed => Decision.Refuse(Refusal.NegotiationIsOver),
        _ when command.At < room.Now => Decision.Refuse(Refusal.TimeRunsForward),
        _ when command.By.Delegation is { } stranger && !room.HasDelegation(stranger) => Decision.Refuse(Refusal.NoSuchDelegation),

        // Once voting has begun, nothing else is in order but what concerns the vote.
        TakeUpItem or TakeUpIssue or ConcludeIssue or ConcludeItem or CloseNegotiation when room.Vote is not null && IsChair(command) => Decision.Refuse(Refusal.VoteUnderWay),
        ProposeAlternative or WithdrawAlternative or OfferMerge or AnswerMerge or ConcludeMerge or CloseBracket when room.Vote is not null => Decision.Refuse(Refusal.VoteUnderWay),

        OpenMeeting or SuspendMeeting or ResumeMeeting or AdjournMeeting => MeetingRules.Decide(room, command),
        TakeUpItem or TakeUpIssue or ConcludeIssue or ConcludeItem or CloseNegotiation => ProgrammeRules.Decide(room, command),
        BeginRound or EndRound or RecordGroupLines or RecordReflection or RecordFigures => RoundRules.Decide(room, command),
        DrawUpSpeakersList or CloseSpeakersList or RequestFloor or WithdrawFloorRequest or GiveFloor or MakeStatement or ReturnFloor => FloorRules.Decide(room, command),
        ProposeAlternative or WithdrawAlternative or OfferMerge or AnswerMerge or ConcludeMerge or CloseBracket => TextRules.Decide(room, command),
        DraftElementsPaper or HoldPaperReading or ReviseElementsPaper or CirculateElementsPaper or DecideOnElementsPaper => ElementsRules.Decide(room, command),
        OpenVote or CastVotes or CloseVote => VotingRules.Decide(room, command),
        ApplyInject c => InjectRules.Apply(room, c),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    internal static bool IsChair(NegotiationCommand command) => command.By.IsCoFacilitators || command.By.IsFacilitator;

    /// <summary>A seat is spoken for by its own delegation, by the facilitator, or by the conductor on the model's part.</summary>
    internal static bool MaySpeakFor(NegotiationCommand command, DelegationId delegation) => IsChair(command) || command.By == Actor.For(delegation);
}
