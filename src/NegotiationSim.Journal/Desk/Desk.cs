namespace NegotiationSim.Journal;

/// <summary>What lies beside a room's record: start, pause, pace, people's names, tokens. Never part of the record or its fingerprint, and may be forgotten.</summary>
/// <param name="Status">A word to find rooms by, such as "running": 1 to 200 characters.</param>
/// <param name="Document">A small JSON document that the journal does not look into.</param>
public sealed record Desk(string Status, string Document)
{
    internal void ThrowIfMalformed()
    {
        AppendRequest.ThrowIfNoName(Status, nameof(Status));
        ArgumentNullException.ThrowIfNull(Document);
    }
}

/// <summary>A room and what lies on its desk.</summary>
public sealed record RoomDesk(string Room, Desk Desk);
