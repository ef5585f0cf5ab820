using NegotiationSim.Domain;

namespace NegotiationSim.Journal;

/// <summary>What one command asks the journal to remember, all of it or nothing.</summary>
/// <param name="Room">The negotiation's name: 1 to 200 characters.</param>
/// <param name="ExpectedPosition">The position after which the command was decided; 0 in a room without events.</param>
/// <param name="CommandId">Names the command within its room, so that a retry is recognised: 1 to 200 characters.</param>
/// <param name="Events">Canonical JSON of each event in UTF-8, in order. May be empty: a command of the desk records nothing.</param>
/// <param name="Desk">What the room's desk holds from now on; null leaves it as it is.</param>
public sealed record AppendRequest(
    string Room, long ExpectedPosition, string CommandId, IReadOnlyList<ReadOnlyMemory<byte>> Events, Desk? Desk = null)
{
    public const int LongestName = 200;

    /// <inheritdoc cref="AppendRequest(string, long, string, IReadOnlyList{ReadOnlyMemory{byte}}, Journal.Desk?)"/>
    public static AppendRequest Of(string room, long expectedPosition, string commandId, IEnumerable<NegotiationEvent> events, Desk? desk = null) =>
        new(room, expectedPosition, commandId, [.. events.Select(e => (ReadOnlyMemory<byte>)NegotiationJson.Bytes(e))], desk);

    /// <summary>Stops a request that no journal may be asked to keep.</summary>
    /// <exception cref="ArgumentException">A name is empty or too long, or an event is no JSON object on one line.</exception>
    internal void ThrowIfMalformed()
    {
        ThrowIfNoName(Room, nameof(Room));
        ThrowIfNoName(CommandId, nameof(CommandId));
        ArgumentOutOfRangeException.ThrowIfNegative(ExpectedPosition);
        Desk?.ThrowIfMalformed();
        foreach (var canonical in Events)
            if (canonical.Span is not [(byte)'{', .., (byte)'}'] || canonical.Span.Contains((byte)'\n'))
                throw new ArgumentException("An event must be a JSON object on one line.", nameof(Events));
    }

    internal static void ThrowIfNoName(string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
            throw new ArgumentException($"{what} must have 1 to {LongestName} characters.", what);
    }
}
