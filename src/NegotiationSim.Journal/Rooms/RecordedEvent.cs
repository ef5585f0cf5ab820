using NegotiationSim.Domain;

namespace NegotiationSim.Journal;

/// <summary>An event as the journal keeps it.</summary>
/// <param name="Position">Its place in the room's record, from 1 and without gaps.</param>
/// <param name="Canonical">Its canonical JSON in UTF-8.</param>
/// <param name="WallTime">When it was recorded, in UTC to the millisecond. Stands beside the event, outside its bytes and the chain.</param>
public sealed record RecordedEvent(long Position, ReadOnlyMemory<byte> Canonical, DateTimeOffset WallTime)
{
    /// <summary>Reads the event from its bytes, each time anew.</summary>
    /// <exception cref="System.Text.Json.JsonException">This version of the program does not know such an event.</exception>
    public NegotiationEvent ToEvent() => NegotiationJson.Event(Canonical.Span);

    public bool Equals(RecordedEvent? other) => other is not null
        && Position == other.Position && WallTime == other.WallTime && Canonical.Span.SequenceEqual(other.Canonical.Span);

    public override int GetHashCode() => HashCode.Combine(Position, WallTime, Canonical.Length);
}

/// <summary>A stretch of a room's record, checked against its chain.</summary>
/// <param name="After">The position that the page follows.</param>
/// <param name="Events">In order and without gaps from <paramref name="After"/> + 1. Empty when the record ends there.</param>
/// <param name="Chain">The room's fingerprint at the end of the page.</param>
public sealed record JournalPage(long After, IReadOnlyList<RecordedEvent> Events, Fingerprint Chain)
{
    /// <summary>Position of the page's last event; <see cref="After"/> when it has none.</summary>
    public long To => After + Events.Count;
}

/// <summary>Where a room's record stands.</summary>
/// <param name="Position">Position of its last event, from 1.</param>
/// <param name="Chain">Its fingerprint.</param>
/// <param name="FirstWritten">When its first event was recorded.</param>
/// <param name="LastWritten">When its last event was recorded.</param>
public sealed record RoomHead(string Room, long Position, Fingerprint Chain, DateTimeOffset FirstWritten, DateTimeOffset LastWritten);
