using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>What happened in the room. Names and members are the format of the record: add, never rename.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$t")]
[JsonDerivedType(typeof(NegotiationOpened), "negotiationOpened")]
[JsonDerivedType(typeof(InstructionsGiven), "instructionsGiven")]
[JsonDerivedType(typeof(ModelConfigured), "modelConfigured")]
[JsonDerivedType(typeof(OpeningPositionsTaken), "openingPositionsTaken")]
[JsonDerivedType(typeof(DraftTabled), "draftTabled")]
[JsonDerivedType(typeof(NegotiationClosed), "negotiationClosed")]
[JsonDerivedType(typeof(MeetingOpened), "meetingOpened")]
[JsonDerivedType(typeof(MeetingSuspended), "meetingSuspended")]
[JsonDerivedType(typeof(MeetingResumed), "meetingResumed")]
[JsonDerivedType(typeof(MeetingAdjourned), "meetingAdjourned")]
[JsonDerivedType(typeof(ItemTakenUp), "itemTakenUp")]
[JsonDerivedType(typeof(IssueTakenUp), "issueTakenUp")]
[JsonDerivedType(typeof(IssueConcluded), "issueConcluded")]
[JsonDerivedType(typeof(ItemConcluded), "itemConcluded")]
[JsonDerivedType(typeof(RoundBegun), "roundBegun")]
[JsonDerivedType(typeof(RoundEnded), "roundEnded")]
[JsonDerivedType(typeof(RoundAudited), "roundAudited")]
[JsonDerivedType(typeof(GroupLinesAgreed), "groupLinesAgreed")]
[JsonDerivedType(typeof(SpeakersListDrawnUp), "speakersListDrawnUp")]
[JsonDerivedType(typeof(SpeakersListClosed), "speakersListClosed")]
[JsonDerivedType(typeof(FloorRequested), "floorRequested")]
[JsonDerivedType(typeof(FloorRequestWithdrawn), "floorRequestWithdrawn")]
[JsonDerivedType(typeof(FloorGiven), "floorGiven")]
[JsonDerivedType(typeof(StatementMade), "statementMade")]
[JsonDerivedType(typeof(FloorReturned), "floorReturned")]
[JsonDerivedType(typeof(AlternativeProposed), "alternativeProposed")]
[JsonDerivedType(typeof(AlternativeWithdrawn), "alternativeWithdrawn")]
[JsonDerivedType(typeof(MergeOffered), "mergeOffered")]
[JsonDerivedType(typeof(MergeAnswered), "mergeAnswered")]
[JsonDerivedType(typeof(AlternativesMerged), "alternativesMerged")]
[JsonDerivedType(typeof(MergeDeclined), "mergeDeclined")]
[JsonDerivedType(typeof(ObjectionsHeard), "objectionsHeard")]
[JsonDerivedType(typeof(BracketClosed), "bracketClosed")]
[JsonDerivedType(typeof(PositionsReflected), "positionsReflected")]
[JsonDerivedType(typeof(StancesTaken), "stancesTaken")]
[JsonDerivedType(typeof(ConfidenceMoved), "confidenceMoved")]
[JsonDerivedType(typeof(TrustMoved), "trustMoved")]
[JsonDerivedType(typeof(MeasuresTaken), "measuresTaken")]
[JsonDerivedType(typeof(ElementsPaperDrafted), "elementsPaperDrafted")]
[JsonDerivedType(typeof(PaperReadingHeld), "paperReadingHeld")]
[JsonDerivedType(typeof(ElementsPaperRevised), "elementsPaperRevised")]
[JsonDerivedType(typeof(ElementsPaperCirculated), "elementsPaperCirculated")]
[JsonDerivedType(typeof(ElementsPaperDecided), "elementsPaperDecided")]
[JsonDerivedType(typeof(VoteOpened), "voteOpened")]
[JsonDerivedType(typeof(VotesCast), "votesCast")]
[JsonDerivedType(typeof(VoteClosed), "voteClosed")]
[JsonDerivedType(typeof(InjectApplied), "injectApplied")]
[JsonDerivedType(typeof(InstructionsChanged), "instructionsChanged")]
public abstract record NegotiationEvent
{
    /// <summary>Room time at which it happened.</summary>
    [JsonPropertyOrder(-2)]
    public required RoomTime At { get; init; }

    /// <summary>Whose act it was, as stamped by the server or the conductor.</summary>
    [JsonPropertyOrder(-1)]
    public required Actor By { get; init; }
}
