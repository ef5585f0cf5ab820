using NegotiationSim.Domain;

namespace NegotiationSim.Server;

/// <summary>What is said at the door, before the room is asked.</summary>
internal static class Refusals
{
    public static Refusal NoSuchNegotiation { get; } = new(nameof(NoSuchNegotiation), "There is no such negotiation.");

    public static Refusal NoToken { get; } = new(nameof(NoToken), "That takes the facilitator's token.", "Show the token that was given when the room was opened.");

    public static Refusal NotThisRoomsToken { get; } = new(nameof(NotThisRoomsToken), "The token is not this room's.", "Show the token that was given when the room was opened.");

    public static Refusal NoCommandId { get; } = new(nameof(NoCommandId), "A command needs an id of 1 to 100 letters, digits, hyphens and underscores.");

    public static Refusal NotUnderstood { get; } = new(nameof(NotUnderstood), "That is no command that this room knows.");
}
