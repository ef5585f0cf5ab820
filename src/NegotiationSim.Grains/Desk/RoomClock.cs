using NegotiationSim.Domain;

namespace NegotiationSim.Grains;

/// <summary>The clock of one room: room time that passes with the wall's at a pace, up to where the next step is due.</summary>
internal sealed class RoomClock(TimeProvider wall)
{
    private TimeSpan _at;
    private TimeSpan _until;
    private long _since;

    public bool IsRunning { get; private set; }

    public Pace Pace { get; private set; } = Pace.Live;

    /// <summary>In whole seconds that have passed.</summary>
    public RoomTime Now => new((long)Exact.TotalSeconds);

    public RoomTime Until => new((long)_until.TotalSeconds);

    /// <summary>Wall time until the next step is due at the present pace, whether or not the clock runs.</summary>
    public TimeSpan LeftOnTheWall => Pace.OnTheWall(_until - Exact);

    // A fast clock does not run, it leaps with the events.
    private TimeSpan Exact => IsRunning && !Pace.IsFast
        ? TimeSpan.FromTicks(Math.Min(_until.Ticks, _at.Ticks + Pace.InTheRoom(wall.GetElapsedTime(_since)).Ticks))
        : _at;

    /// <summary>Something happened at this time, which is never earlier than the clock's.</summary>
    public void Leap(RoomTime to)
    {
        Anchor();
        _at = Max(_at, TimeSpan.FromSeconds(to.Seconds));
        _until = Max(_until, _at);
    }

    /// <summary>The next step is due at a time, and what lies before <paramref name="from"/> costs nobody's time.</summary>
    public void RunTo(RoomTime from, RoomTime until)
    {
        Anchor();
        _until = TimeSpan.FromSeconds(until.Seconds);
        _at = TimeSpan.FromTicks(Math.Min(_until.Ticks, Max(_at, TimeSpan.FromSeconds(from.Seconds)).Ticks));
    }

    public void Set(bool isRunning, Pace pace)
    {
        Anchor();
        (IsRunning, Pace) = (isRunning, pace);
    }

    private void Anchor()
    {
        _at = Exact;
        _since = wall.GetTimestamp();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
