namespace NegotiationSim.Journal;

/// <summary>Where a room's record stands.</summary>
/// <param name="Position">Position of its last event, from 1.</param>
/// <param name="Chain">Its fingerprint.</param>
/// <param name="FirstWritten">When its first event was recorded.</param>
/// <param name="LastWritten">When its last event was recorded.</param>
public sealed record RoomHead(string Room, long Position, Fingerprint Chain, DateTimeOffset FirstWritten, DateTimeOffset LastWritten);
