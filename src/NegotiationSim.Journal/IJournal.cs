namespace NegotiationSim.Journal;

/// <summary>Remembers what happened in every room, in order, and gives it back.</summary>
/// <remarks>Safe to call from many threads, and several journals may share one store: the store itself refuses all but one of two rival appends.</remarks>
public interface IJournal
{
    /// <summary>Records what a command asks for when the room is where the command expects it. Answers after the commit.</summary>
    /// <remarks>
    /// A known command id comes before the expected position: a retry after a lost answer is told what was recorded, however far the
    /// room has moved on. A caller that cancels, or is told that the journal is unavailable, does not know whether the command was recorded; asking again with the same
    /// command id tells.
    /// </remarks>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="JournalUnavailableException">The store could not commit.</exception>
    Task<AppendResult> Append(AppendRequest request, CancellationToken cancel = default);

    /// <summary>What a command has recorded; null when the room does not know its id.</summary>
    /// <remarks>Tells a retry of a command that the room, as it is by now, would refuse.</remarks>
    Task<AlreadyDone?> Recorded(string room, string commandId, CancellationToken cancel = default);

    /// <summary>Reads on from a position.</summary>
    /// <param name="room">A room without events has an empty page after position 0.</param>
    /// <param name="position">The last position that the caller has; 0 for the beginning.</param>
    /// <param name="max">How many events the page holds at most, from 1.</param>
    /// <exception cref="JournalGapException">The room has no such position, or an event is missing behind it.</exception>
    /// <exception cref="JournalChainException">An event is not what the chain says it was.</exception>
    Task<JournalPage> ReadAfter(string room, long position, int max, CancellationToken cancel = default);

    /// <summary>Every room that has an event, by name.</summary>
    Task<IReadOnlyList<RoomHead>> Rooms(CancellationToken cancel = default);

    /// <summary>Where one room's record stands; null when it has no event.</summary>
    Task<RoomHead?> Head(string room, CancellationToken cancel = default);

    /// <summary>The room's desk; null when nothing lies on it.</summary>
    Task<Desk?> Desk(string room, CancellationToken cancel = default);

    /// <summary>The rooms whose desk has this status, by name.</summary>
    Task<IReadOnlyList<RoomDesk>> Desks(string status, CancellationToken cancel = default);

    /// <summary>Puts a desk in place of the room's desk, whatever the room's position. Answers after the commit.</summary>
    Task SaveDesk(string room, Desk desk, CancellationToken cancel = default);

    /// <summary>Forgets the room's desk and the ids of its commands; the record stays. A retry of an older command is then no longer recognised.</summary>
    Task ForgetDesk(string room, CancellationToken cancel = default);
}
