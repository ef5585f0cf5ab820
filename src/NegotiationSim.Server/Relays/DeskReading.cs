using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>A desk as it was reported, and when: so that whoever comes later is told what the clock shows by then.</summary>
internal sealed record DeskReading(DeskState Desk, long Since)
{
    public DeskView Now(TimeProvider wall)
    {
        var clock = Desk.Clock;
        if (Desk is { Status: RoomStatus.Running, Pace.IsFast: false } && clock < Desk.Until)
        {
            var gone = clock + Desk.Pace.InTheRoom(wall.GetElapsedTime(Since));
            clock = gone < Desk.Until ? gone : Desk.Until;
        }
        return new(Desk.Status, Desk.Pace, clock, Desk.Until);
    }
}
