using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Web;

/// <summary>The clock on the wall of the room, as this browser reads it between two pages.</summary>
/// <param name="Desk">How the clock stood when the page was made.</param>
/// <param name="Seen">When the page came in, by this browser's stopwatch.</param>
public sealed record RoomClock(DeskView Desk, long Seen)
{
    /// <summary>Room time now: it goes on at the pace and waits at the next step.</summary>
    public RoomTime Now(TimeProvider time) => Desk is { Status: RoomStatus.Running, Pace.IsFast: false }
        ? Earlier(Desk.Clock + Desk.Pace.InTheRoom(time.GetElapsedTime(Seen)), RoomTime.Later(Desk.Until, Desk.Clock))
        : Desk.Clock;

    private static RoomTime Earlier(RoomTime a, RoomTime b) => a < b ? a : b;
}
