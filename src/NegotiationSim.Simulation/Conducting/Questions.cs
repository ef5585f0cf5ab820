using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>A question to one delegation or group. Holds all that an unattended one needs in order to answer, and nothing that it may not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$t")]
[JsonDerivedType(typeof(StatementQuestion), "statement")]
[JsonDerivedType(typeof(ReflectionQuestion), "reflection")]
[JsonDerivedType(typeof(MergeQuestion), "merge")]
[JsonDerivedType(typeof(ObjectionQuestion), "objection")]
[JsonDerivedType(typeof(PaperQuestion), "paper")]
[JsonDerivedType(typeof(VoteQuestion), "vote")]
[JsonDerivedType(typeof(GroupLineQuestion), "groupLine")]
public abstract record Question;

/// <summary>A question to a delegation.</summary>
public abstract record DelegationQuestion(DelegationId Delegation) : Question;

/// <summary>A question to a group.</summary>
public abstract record GroupQuestion(GroupId Group) : Question;

/// <summary>What the chance of an answer is drawn from: names, not the number of draws before.</summary>
public sealed record DrawnFrom(ulong Seed, uint Run, int Round);

/// <summary>The floor is yours: what do you say?</summary>
/// <param name="Provisions">The provisions of the issue under discussion, as the delegation sees them.</param>
/// <param name="Heard">What this round has heard so far, in order.</param>
/// <param name="SpeakingTime">The most that the statement may last.</param>
public sealed record StatementQuestion(
    DelegationId Delegation,
    GroupId? OnBehalfOf,
    ImmutableArray<ProvisionAtHand> Provisions,
    ImmutableArray<HeardStatement> Heard,
    TimeSpan SpeakingTime,
    ModelParameters Parameters,
    DrawnFrom Chance) : DelegationQuestion(Delegation);

/// <summary>One provision from a delegation's seat.</summary>
/// <param name="Own">x: its public position.</param>
/// <param name="GroupLine">The line of its home group; its own position when it stands alone.</param>
/// <param name="LastStated">What its voice said last; null before.</param>
/// <param name="HasOffer">Whether a merge is already on offer.</param>
public sealed record ProvisionAtHand(
    Provision Provision,
    ProvisionInstruction Instruction,
    Position Own,
    Position GroupLine,
    StatedPosition? LastStated,
    DraftProvision Draft,
    bool HasOffer);

public sealed record HeardStatement(DelegationId Delegation, GroupId? OnBehalfOf, ImmutableSortedDictionary<ProvisionId, Position> Stated);

/// <summary>The round is over: where do you stand now, and behind which alternative?</summary>
/// <param name="Voices">What the round heard, the same for all.</param>
/// <param name="Trust">Trust of this delegation's home group in each voice, in the order of the voices.</param>
public sealed record ReflectionQuestion(
    DelegationId Delegation,
    ImmutableArray<ReflectedProvision> Provisions,
    ImmutableArray<Voice> Voices,
    ImmutableArray<Trust> Trust,
    Trust InChair,
    ModelParameters Parameters) : DelegationQuestion(Delegation);

/// <param name="Alternatives">Where the alternatives of the draft stand, by name.</param>
public sealed record ReflectedProvision(
    ProvisionId Provision,
    ProvisionInstruction Instruction,
    Position Own,
    Position Openness,
    Position Text,
    ImmutableArray<StandingAlternative> Alternatives);

public sealed record StandingAlternative(AlternativeId Id, Position At);

/// <summary>A voice that was heard, as it weighs with a listener who trusts it fully.</summary>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Answers">Whom it answered; null for nobody.</param>
/// <param name="Stated">By provision.</param>
public sealed record Voice(DelegationId Speaker, DelegationId? Answers, ImmutableSortedDictionary<ProvisionId, VoicedPosition> Stated);

/// <param name="Capability">c of the speaker.</param>
/// <param name="Salience">s: how much it matters to the speaker, as everyone can hear.</param>
/// <param name="Repetition">R.</param>
public sealed record VoicedPosition(Position At, Weight Capability, Weight Salience, int Repetition);

/// <summary>A merge of your alternative with another is on offer: do you accept?</summary>
public sealed record MergeQuestion(DelegationId Delegation, string Offer, ProvisionInstruction Instruction, Position StatusQuo, Position Offered, ModelParameters Parameters)
    : DelegationQuestion(Delegation);

/// <summary>The chair would close the bracket on this alternative: do you object?</summary>
public sealed record ObjectionQuestion(DelegationId Delegation, ProvisionId Provision, AlternativeId Alternative, Position At, ProvisionInstruction Instruction, ModelParameters Parameters)
    : DelegationQuestion(Delegation);

/// <summary>Here is the elements paper: do you accept it?</summary>
/// <param name="Elements">The provisions in the paper.</param>
/// <param name="SalienceOfAll">Sum of the delegation's salience over the counted provisions of all issues, in units of 2^-15.</param>
public sealed record PaperQuestion(DelegationId Delegation, ImmutableArray<ElementAtHand> Elements, long SalienceOfAll, ModelParameters Parameters) : DelegationQuestion(Delegation);

public sealed record ElementAtHand(ProvisionId Provision, Position At, Position StatusQuo, ProvisionInstruction Instruction);

/// <summary>The text is put to the vote: how do you vote?</summary>
public sealed record VoteQuestion(DelegationId Delegation, ImmutableArray<ElementAtHand> Elements, ModelParameters Parameters) : DelegationQuestion(Delegation);

/// <summary>What is the common position of your members?</summary>
public sealed record GroupLineQuestion(GroupId Group, ImmutableArray<MembersOnProvision> Provisions) : GroupQuestion(Group);

/// <param name="Positions">Of the members, in the order of their codes.</param>
/// <param name="Saliences">In the same order.</param>
public sealed record MembersOnProvision(ProvisionId Provision, ImmutableArray<Position> Positions, ImmutableArray<Weight> Saliences);

/// <summary>The answer to a question of the same name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$t")]
[JsonDerivedType(typeof(StatementAnswer), "statement")]
[JsonDerivedType(typeof(ReflectionAnswer), "reflection")]
[JsonDerivedType(typeof(MergeReply), "merge")]
[JsonDerivedType(typeof(ObjectionAnswer), "objection")]
[JsonDerivedType(typeof(PaperReply), "paper")]
[JsonDerivedType(typeof(VoteAnswer), "vote")]
[JsonDerivedType(typeof(GroupLineAnswer), "groupLine")]
public abstract record Answer;

public sealed record StatementAnswer(
    StatementKind Kind,
    ProvisionId Provision,
    ImmutableSortedDictionary<ProvisionId, Position> Stated,
    DelegationId? Answers,
    TimeSpan Lasts,
    ProposedWords? Proposal,
    ProposedMerge? Merge) : Answer;

/// <param name="Positions">In the order of the question's provisions.</param>
/// <param name="Behind">In the same order; null for none of the alternatives.</param>
public sealed record ReflectionAnswer(ImmutableArray<Position> Positions, ImmutableArray<AlternativeId?> Behind) : Answer;

public sealed record MergeReply(bool Accepts) : Answer;

public sealed record ObjectionAnswer(bool Objects) : Answer;

public sealed record PaperReply(PaperAnswer Answer) : Answer;

public sealed record VoteAnswer(Mark Mark) : Answer;

/// <param name="Line">By provision.</param>
public sealed record GroupLineAnswer(ImmutableSortedDictionary<ProvisionId, Position> Line) : Answer;
