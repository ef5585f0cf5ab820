using NegotiationSim.Domain;

namespace NegotiationSim.Protocol;

/// <summary>A stretch of the record as one viewer may see it.</summary>
/// <param name="From">The position that the page follows, in the whole record.</param>
/// <param name="To">The position that the viewer has after it, in the whole record: the next page's From.</param>
/// <param name="Head">Where the whole record stood when the page was made; higher than To while catching up.</param>
/// <param name="Events">What the viewer may see of it. May be empty.</param>
/// <param name="Desk">How the clock stood when the page was made.</param>
public sealed record EventPage(long From, long To, long Head, PageEvents Events, DeskView Desk);

/// <summary>What lies beside the record and everyone may see.</summary>
/// <param name="Clock">Room time when the page was made. While the room runs it goes on at the pace, up to <paramref name="Until"/>.</param>
/// <param name="Until">Room time at which the next step is due; the clock waits there.</param>
public sealed record DeskView(RoomStatus Status, Pace Pace, RoomTime Clock, RoomTime Until);

/// <summary>An event and its place in the whole record.</summary>
public sealed record SeenEvent(long Position, NegotiationEvent Event);
