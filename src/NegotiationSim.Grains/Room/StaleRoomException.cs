namespace NegotiationSim.Grains;

/// <summary>Somebody else has written to the room's record: this activation's state is out of date, and it ends. The next call finds a fresh one.</summary>
[GenerateSerializer, Alias("NegotiationSim.StaleRoomException")]
public sealed class StaleRoomException(string message) : Exception(message)
{
    public static StaleRoomException At(string room, long expected, long found) =>
        new(FormattableString.Invariant($"The room {room} was taken to be at position {expected} and is at {found}."));
}
