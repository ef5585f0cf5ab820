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
