using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Says what happens next in a room. A pure function of the room, so that a lost one goes on where it was.</summary>
public static partial class Conductor
{
    /// <summary>Version of all that the model writes. A record of another version is chained and folded, not derived again.</summary>
    public const string Version = "1";

    /// <summary>The next step of this room; the whole room, not a view of it.</summary>
    public static Step Next(Negotiation room) => throw new NotImplementedException();

    /// <summary>The command that the answers amount to.</summary>
    /// <param name="answers">In the order of the questions.</param>
    public static NegotiationCommand Command(Negotiation room, Ask ask, ImmutableArray<Answer> answers) => throw new NotImplementedException();
}
