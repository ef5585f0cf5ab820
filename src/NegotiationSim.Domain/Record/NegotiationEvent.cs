namespace NegotiationSim.Domain;

/// <summary>What happened in the room. Names and members are the format of the record: add, never rename.</summary>
public abstract record NegotiationEvent
{
    /// <summary>Room time at which it happened.</summary>
    public required RoomTime At { get; init; }

    /// <summary>Whose act it was, as stamped by the server or the conductor.</summary>
    public required Actor By { get; init; }
}
