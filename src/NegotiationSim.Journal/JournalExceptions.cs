namespace NegotiationSim.Journal;

/// <summary>The journal cannot be opened or cannot commit. The message is one sentence for the person who runs the program.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A record does not have the position that must come next.</summary>
public sealed class JournalGapException(string room, long expected, long found)
    : Exception(FormattableString.Invariant($"The record of {room} should go on at position {expected}, and {(found == 0 ? "nothing is there" : FormattableString.Invariant($"position {found} was found"))}."))
{
    public string Room { get; } = room;

    /// <summary>The position that should be there.</summary>
    public long Expected { get; } = expected;

    /// <summary>The position that is there instead; 0 when there is none.</summary>
    public long Found { get; } = found;
}

/// <summary>An event, or its link, is not what was once recorded.</summary>
public sealed class JournalChainException(string room, long position, Fingerprint stored, Fingerprint computed)
    : Exception(FormattableString.Invariant($"The record of {room} was altered at position {position}: its chain says {stored}, and the event gives {computed}."))
{
    public string Room { get; } = room;

    public long Position { get; } = position;

    /// <summary>The link beside the event.</summary>
    public Fingerprint Stored { get; } = stored;

    /// <summary>The link that the event and the link before it give.</summary>
    public Fingerprint Computed { get; } = computed;
}
