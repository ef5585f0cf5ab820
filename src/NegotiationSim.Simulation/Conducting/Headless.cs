using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Plays a room to its end without waiting: the same conductor, the same answers, carried out by a loop.</summary>
public static class Headless
{
    /// <summary>The command that opens a room; drawn from the scenario, the seed and the run.</summary>
    public static OpenNegotiation Opening(Scenario scenario, ulong seed, uint run) => throw new NotImplementedException();

    /// <summary>The record from the opening to the end, event by event, each batch as one command made it.</summary>
    public static IEnumerable<ImmutableArray<NegotiationEvent>> Play(Scenario scenario, ulong seed, uint run) => throw new NotImplementedException();

    /// <summary>Carries out one step on a room: the events that it leads to; empty when the room rests or is finished.</summary>
    public static ImmutableArray<NegotiationEvent> CarryOut(Negotiation room, Step step) => throw new NotImplementedException();
}
