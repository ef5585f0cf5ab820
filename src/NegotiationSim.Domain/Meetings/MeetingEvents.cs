using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <param name="Number">Counted through the session from 1.</param>
public sealed record MeetingOpened(int Number) : NegotiationEvent;

/// <param name="Until">Null when the meeting rests until the chair resumes it.</param>
public sealed record MeetingSuspended(RoomTime? Until) : NegotiationEvent;

public sealed record MeetingResumed : NegotiationEvent;

public sealed record MeetingAdjourned : NegotiationEvent;

/// <param name="Item">Index in the programme, from 0.</param>
/// <param name="Issues">The item's issues in the order that the co-facilitators chose; empty for a paper or a vote.</param>
public sealed record ItemTakenUp(int Item, ImmutableArray<IssueId> Issues) : NegotiationEvent;

public sealed record IssueTakenUp(IssueId Issue) : NegotiationEvent;

/// <param name="Early">True when nothing had moved for some rounds, false when the programmed rounds were held.</param>
public sealed record IssueConcluded(IssueId Issue, bool Early) : NegotiationEvent;

public sealed record ItemConcluded(int Item) : NegotiationEvent;

/// <param name="Number">Counted through the session from 1.</param>
public sealed record RoundBegun(int Number, IssueId Issue) : NegotiationEvent;

/// <param name="HasMoved">Whether any position moved by more than 2^-30 or any text changed.</param>
/// <param name="Digest">Digest of the room as everyone sees it, before this event.</param>
public sealed record RoundEnded(int Number, bool HasMoved, string Digest) : NegotiationEvent;

/// <param name="Digest">Digest of the whole room, before this event: for facilitators.</param>
public sealed record RoundAudited(int Number, string Digest) : NegotiationEvent;
