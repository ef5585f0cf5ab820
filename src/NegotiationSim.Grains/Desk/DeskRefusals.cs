using NegotiationSim.Domain;

namespace NegotiationSim.Grains;

/// <summary>What the desk says when it cannot do as asked.</summary>
internal static class DeskRefusals
{
    public static Refusal NotStarted { get; } = new(nameof(NotStarted), "The negotiation has not been started.", "Start it.");

    public static Refusal IsPaused { get; } = new(nameof(IsPaused), "The negotiation is paused.", "Resume it.");
}
