namespace NegotiationSim.Journal;

/// <summary>A stretch of a room's record, checked against its chain.</summary>
/// <param name="After">The position that the page follows.</param>
/// <param name="Events">In order and without gaps from <paramref name="After"/> + 1. Empty when the record ends there.</param>
/// <param name="Chain">The room's fingerprint at the end of the page.</param>
public sealed record JournalPage(long After, IReadOnlyList<RecordedEvent> Events, Fingerprint Chain)
{
    /// <summary>Position of the page's last event; <see cref="After"/> when it has none.</summary>
    public long To => After + Events.Count;
}
