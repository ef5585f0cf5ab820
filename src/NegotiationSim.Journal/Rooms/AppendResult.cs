namespace NegotiationSim.Journal;

/// <summary>How the journal answers an append: it recorded it, had recorded it before, or refuses since the room has moved on.</summary>
public abstract record AppendResult
{
    private protected AppendResult()
    {
    }
}

/// <summary>The events are on disk and stay there.</summary>
/// <param name="Position">Position of the room's last event now; the expected one when the request had no events.</param>
/// <param name="Chain">The room's fingerprint at that position.</param>
/// <param name="WallTime">When it was recorded, in UTC to the millisecond.</param>
public sealed record Appended(long Position, Fingerprint Chain, DateTimeOffset WallTime) : AppendResult;

/// <summary>This command was recorded before, and is not recorded again. The request's own events and desk are not looked at.</summary>
/// <param name="After">The position after which it had been recorded.</param>
/// <param name="Position">The position of its last event; the same as <paramref name="After"/> when it had none.</param>
/// <param name="Chain">The room's fingerprint at <paramref name="Position"/>.</param>
/// <param name="Events">Its events as recorded.</param>
public sealed record AlreadyDone(long After, long Position, Fingerprint Chain, IReadOnlyList<RecordedEvent> Events) : AppendResult;

/// <summary>The room is not where the request expects it: somebody else wrote. Nothing was recorded.</summary>
/// <param name="Position">Position of the room's last event; 0 when it has none.</param>
public sealed record Conflict(long Position) : AppendResult;
