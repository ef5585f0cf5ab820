using NegotiationSim.Domain;

namespace NegotiationSim.Grains;

/// <summary>How a room's desk stands at a moment.</summary>
/// <param name="Position">Position of the room's last event; 0 for a room that nobody has opened.</param>
/// <param name="Clock">Room time now.</param>
/// <param name="Until">Room time at which the next step is due, as far as it is known.</param>
/// <param name="LeftOnTheWall">Wall time until then at the present pace.</param>
/// <param name="Version">Another one whenever start, pause, pace or the next step has changed, or another activation answers.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.DeskState")]
public sealed record DeskState(
    [property: Id(0)] RoomStatus Status,
    [property: Id(1)] Pace Pace,
    [property: Id(2)] long Position,
    [property: Id(3)] RoomTime Clock,
    [property: Id(4)] RoomTime Until,
    [property: Id(5)] TimeSpan LeftOnTheWall,
    [property: Id(6)] long Version);

/// <param name="Refusal">Null when the desk is now as asked.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.DeskReply")]
public sealed record DeskReply([property: Id(0)] DeskState Desk, [property: Id(1)] Refusal? Refusal = null);

[GenerateSerializer, Immutable, Alias("NegotiationSim.SetPace")]
public sealed record SetPace([property: Id(0)] Pace Pace);

/// <summary>Somebody shows a token.</summary>
/// <param name="TokenHash">The token itself does not travel.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.Knock")]
public sealed record Knock([property: Id(0)] string TokenHash);

/// <summary>The conductor knows when its next step is due.</summary>
/// <param name="Position">Where the conductor believes the room to be.</param>
/// <param name="From">Room time from which on the waiting takes anybody's time.</param>
[GenerateSerializer, Immutable, Alias("NegotiationSim.RunClock")]
public sealed record RunClock([property: Id(0)] long Position, [property: Id(1)] RoomTime From, [property: Id(2)] RoomTime Until);
