using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>Something that somebody wants done.</summary>
/// <remarks>Who and when are stamped at the door: the server for people, the conductor for the model.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$t")]
[JsonDerivedType(typeof(OpenNegotiation), "openNegotiation")]
[JsonDerivedType(typeof(CloseNegotiation), "closeNegotiation")]
[JsonDerivedType(typeof(OpenMeeting), "openMeeting")]
[JsonDerivedType(typeof(SuspendMeeting), "suspendMeeting")]
[JsonDerivedType(typeof(ResumeMeeting), "resumeMeeting")]
[JsonDerivedType(typeof(AdjournMeeting), "adjournMeeting")]
[JsonDerivedType(typeof(TakeUpItem), "takeUpItem")]
[JsonDerivedType(typeof(TakeUpIssue), "takeUpIssue")]
[JsonDerivedType(typeof(ConcludeIssue), "concludeIssue")]
[JsonDerivedType(typeof(ConcludeItem), "concludeItem")]
[JsonDerivedType(typeof(BeginRound), "beginRound")]
[JsonDerivedType(typeof(EndRound), "endRound")]
[JsonDerivedType(typeof(RecordGroupLines), "recordGroupLines")]
[JsonDerivedType(typeof(DrawUpSpeakersList), "drawUpSpeakersList")]
[JsonDerivedType(typeof(CloseSpeakersList), "closeSpeakersList")]
[JsonDerivedType(typeof(RequestFloor), "requestFloor")]
[JsonDerivedType(typeof(WithdrawFloorRequest), "withdrawFloorRequest")]
[JsonDerivedType(typeof(GiveFloor), "giveFloor")]
[JsonDerivedType(typeof(MakeStatement), "makeStatement")]
[JsonDerivedType(typeof(ReturnFloor), "returnFloor")]
[JsonDerivedType(typeof(ProposeAlternative), "proposeAlternative")]
[JsonDerivedType(typeof(WithdrawAlternative), "withdrawAlternative")]
[JsonDerivedType(typeof(OfferMerge), "offerMerge")]
[JsonDerivedType(typeof(AnswerMerge), "answerMerge")]
[JsonDerivedType(typeof(ConcludeMerge), "concludeMerge")]
[JsonDerivedType(typeof(CloseBracket), "closeBracket")]
[JsonDerivedType(typeof(RecordReflection), "recordReflection")]
[JsonDerivedType(typeof(RecordFigures), "recordFigures")]
[JsonDerivedType(typeof(DraftElementsPaper), "draftElementsPaper")]
[JsonDerivedType(typeof(HoldPaperReading), "holdPaperReading")]
[JsonDerivedType(typeof(ReviseElementsPaper), "reviseElementsPaper")]
[JsonDerivedType(typeof(CirculateElementsPaper), "circulateElementsPaper")]
[JsonDerivedType(typeof(DecideOnElementsPaper), "decideOnElementsPaper")]
[JsonDerivedType(typeof(OpenVote), "openVote")]
[JsonDerivedType(typeof(CastVotes), "castVotes")]
[JsonDerivedType(typeof(CloseVote), "closeVote")]
[JsonDerivedType(typeof(ApplyInject), "applyInject")]
public abstract record NegotiationCommand
{
    [JsonPropertyOrder(-2)]
    public Actor By { get; init; }

    [JsonPropertyOrder(-1)]
    public RoomTime At { get; init; }
}

/// <summary>Opens the room with what the scenario, the seed and the run have drawn.</summary>
public sealed record OpenNegotiation(
    Scenario Scenario,
    string Model,
    ulong Seed,
    uint Run,
    ImmutableSortedDictionary<DelegationId, DelegationInstructions> Instructions,
    ImmutableSortedDictionary<DelegationId, Confidence> Confidences,
    ImmutableArray<Trust> TrustPrior,
    ImmutableArray<ProvisionId> Provisions,
    ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>> Positions,
    ImmutableSortedDictionary<ProvisionId, DraftProvision> Draft,
    RoundMeasures Measures) : NegotiationCommand;

public sealed record CloseNegotiation(ImmutableArray<IssueId> Converged) : NegotiationCommand;

public sealed record OpenMeeting : NegotiationCommand;

public sealed record SuspendMeeting(RoomTime? Until) : NegotiationCommand;

public sealed record ResumeMeeting : NegotiationCommand;

public sealed record AdjournMeeting : NegotiationCommand;

public sealed record TakeUpItem(int Item, ImmutableArray<IssueId> Issues) : NegotiationCommand;

public sealed record TakeUpIssue(IssueId Issue) : NegotiationCommand;

public sealed record ConcludeIssue(bool Early) : NegotiationCommand;

public sealed record ConcludeItem : NegotiationCommand;

public sealed record BeginRound : NegotiationCommand;

/// <param name="HasMoved">Whether any position or text changed in the round.</param>
public sealed record EndRound(bool HasMoved) : NegotiationCommand;

public sealed record RecordGroupLines(ImmutableSortedDictionary<GroupId, ImmutableSortedDictionary<ProvisionId, Position>> Lines) : NegotiationCommand;

public sealed record DrawUpSpeakersList(ImmutableArray<SpeakersListEntry> Entries) : NegotiationCommand;

public sealed record CloseSpeakersList : NegotiationCommand;

public sealed record RequestFloor(DelegationId Delegation, GroupId? OnBehalfOf = null) : NegotiationCommand;

public sealed record WithdrawFloorRequest(DelegationId Delegation) : NegotiationCommand;

public sealed record GiveFloor : NegotiationCommand;

/// <summary>A statement, with the proposal or the offer that it may carry.</summary>
/// <param name="Words">Null when the model speaks.</param>
/// <param name="Proposal">Null unless the statement brings an alternative.</param>
/// <param name="Merge">Null unless the statement offers a merge.</param>
public sealed record MakeStatement(
    DelegationId Delegation,
    StatementKind Kind,
    ProvisionId Provision,
    ImmutableSortedDictionary<ProvisionId, Position> Stated,
    DelegationId? Answers,
    string? Words,
    TimeSpan Lasts,
    ProposedWords? Proposal = null,
    ProposedMerge? Merge = null) : NegotiationCommand;

public sealed record ProposedWords(Position At, Words Text);

public sealed record ProposedMerge(AlternativeId First, AlternativeId Second, Position At, Words Text);

public sealed record ReturnFloor : NegotiationCommand;

public sealed record ProposeAlternative(DelegationId Delegation, ProvisionId Provision, Position Place, Words Text) : NegotiationCommand;

public sealed record WithdrawAlternative(DelegationId Delegation, ProvisionId Provision, AlternativeId Alternative) : NegotiationCommand;

public sealed record OfferMerge(ProvisionId Provision, ProposedMerge Merge) : NegotiationCommand;

public sealed record AnswerMerge(string Offer, ImmutableSortedDictionary<DelegationId, bool> Answers) : NegotiationCommand;

/// <param name="Text">y of the provision if the merge is accepted.</param>
public sealed record ConcludeMerge(string Offer, Position Text) : NegotiationCommand;

/// <summary>Asks whether there is any objection, and closes the bracket when there is none.</summary>
public sealed record CloseBracket(ProvisionId Provision, AlternativeId On, ImmutableArray<DelegationId> Objectors) : NegotiationCommand;

/// <param name="HasMoved">Whether any position moved by more than 2^-30.</param>
public sealed record RecordReflection(
    bool HasMoved,
    ImmutableArray<ProvisionId> Provisions,
    ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>> Positions,
    ImmutableSortedDictionary<ProvisionId, ProvisionStances> Stances) : NegotiationCommand;

public sealed record RecordFigures(
    ImmutableArray<Trust> TrustBetween,
    ImmutableSortedDictionary<DelegationId, Confidence> Confidences,
    RoundMeasures Measures) : NegotiationCommand;

public sealed record DraftElementsPaper(ElementsPaper? Paper) : NegotiationCommand;

public sealed record HoldPaperReading(ImmutableSortedDictionary<DelegationId, PaperAnswer> Answers) : NegotiationCommand;

public sealed record ReviseElementsPaper(ElementsPaper Paper) : NegotiationCommand;

public sealed record CirculateElementsPaper : NegotiationCommand;

public sealed record DecideOnElementsPaper(ImmutableSortedDictionary<DelegationId, PaperAnswer> Answers) : NegotiationCommand;

public sealed record OpenVote(string Rule, ImmutableArray<IssueId> Issues) : NegotiationCommand;

public sealed record CastVotes(ImmutableSortedDictionary<DelegationId, Mark> Marks) : NegotiationCommand;

public sealed record CloseVote : NegotiationCommand;

/// <summary>A shock: one of the scenario's, or one that the facilitator brings.</summary>
public sealed record ApplyInject(Inject Inject) : NegotiationCommand;
