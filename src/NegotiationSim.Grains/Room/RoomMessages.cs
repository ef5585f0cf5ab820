using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Grains;

/// <param name="TokenHash">Of the facilitator's token.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.OpenRoom")]
public sealed record OpenRoom([property: Id(0)] OpenNegotiation Opening, [property: Id(1)] Pace Pace, [property: Id(2)] string TokenHash);

/// <summary>A command that somebody's act asks for.</summary>
/// <param name="CommandId">Within the room, scoped to who acts: facilitator/8f2c, conductor/41.</param>
/// <param name="Command">Stamped with who. When is stamped by the room, unless the conductor acts.</param>
/// <param name="ExpectedPosition">For the conductor: where it believes the room to be. Null for people, who act on what they see.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.SubmitCommand")]
public sealed record SubmitCommand(
    [property: Id(0)] string CommandId,
    [property: Id(1)] NegotiationCommand Command,
    [property: Id(2)] long? ExpectedPosition = null);

public enum Outcome
{
    /// <summary>Recorded, now or by an earlier call with the same command id.</summary>
    Done,

    Refused,

    /// <summary>The conductor's position is not the room's: it reads on and thinks again.</summary>
    Moved,

    /// <summary>The clock stands: the conductor waits.</summary>
    Stopped,
}

/// <param name="After">The position after which the command was recorded; where the room stands when it was not.</param>
/// <param name="Events">What the command led to, from <paramref name="After"/> + 1 on.</param>
/// <param name="Refusal">Null unless refused.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.Submitted")]
public sealed record Submitted(
    [property: Id(0)] Outcome Outcome,
    [property: Id(1)] long After,
    [property: Id(2)] ImmutableArray<NegotiationEvent> Events,
    [property: Id(3)] DeskState Desk,
    [property: Id(4)] Refusal? Refusal = null)
{
    /// <summary>Position of the command's last event.</summary>
    public long Position => After + Events.Length;
}

/// <summary>Asks for what comes after a position, and waits for it.</summary>
/// <param name="Position">The last position that the caller has; 0 for the beginning.</param>
/// <param name="DeskVersion">The desk that the caller has; a newer one ends the waiting as well.</param>
/// <param name="Wait">How long to wait when there is nothing new; at most <see cref="LongestWait"/>.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.ReadOn")]
public sealed record ReadOn([property: Id(0)] long Position, [property: Id(1)] long DeskVersion, [property: Id(2)] TimeSpan Wait)
{
    /// <summary>Well below the thirty seconds after which a call is given up.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
}

/// <param name="After">The position that the page follows.</param>
/// <param name="Events">Canonical JSON of each event. Empty when nothing came in time.</param>
/// <param name="IsLeaving">This activation is about to end: the next call may find another one, after a moment.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.RecordPage")]
public sealed record RecordPage(
    [property: Id(0)] long After,
    [property: Id(1)] ImmutableArray<byte[]> Events,
    [property: Id(2)] DeskState Desk,
    [property: Id(3)] bool IsLeaving)
{
    public long To => After + Events.Length;
}
