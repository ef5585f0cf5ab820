using System.Collections.Immutable;
using System.Diagnostics;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Plays a room to its end without waiting: the same conductor, the same answers, carried out by a loop.</summary>
public static class Headless
{
    /// <summary>The command that opens a room: drawn from the scenario, the seed and the run.</summary>
    public static OpenNegotiation Opening(Scenario scenario, ulong seed, uint run) => Simulation.Opening.Of(scenario, seed, run);

    /// <summary>The record from the opening to the end, each batch as one command made it.</summary>
    public static IEnumerable<ImmutableArray<NegotiationEvent>> Play(Scenario scenario, ulong seed, uint run)
    {
        var opening = Decided(Negotiation.Unopened, Opening(scenario, seed, run));
        yield return opening;
        foreach (var batch in GoOn(Negotiation.Replay(Negotiation.Unopened, opening))) yield return batch;
    }

    /// <summary>The rest of the record of a room, from where it is to the end or until it rests.</summary>
    public static IEnumerable<ImmutableArray<NegotiationEvent>> GoOn(Negotiation room)
    {
        while (CarryOut(room, Conductor.Next(room)) is { IsEmpty: false } events)
        {
            yield return events;
            room = Negotiation.Replay(room, events);
        }
    }

    /// <summary>Carries out one step on a room: the events that it leads to; empty when the room rests or is finished.</summary>
    public static ImmutableArray<NegotiationEvent> CarryOut(Negotiation room, Step step) => step switch
    {
        Submit s => Decided(room, s.Command),
        Ask a => Decided(room, Conductor.Command(room, a, [.. a.Questions.Select(Policy.Of)])),
        Rest or Finished => [],
        _ => throw new UnreachableException(step.GetType().Name),
    };

    /// <exception cref="InvalidOperationException">The room refuses what its own conductor wants: a broken promise.</exception>
    private static ImmutableArray<NegotiationEvent> Decided(Negotiation room, NegotiationCommand command) => Negotiation.Decide(room, command) switch
    {
        { Refusal: { } refusal } => throw new InvalidOperationException($"At {room.Now} the room refused the conductor's {command.GetType().Name}: {refusal.Code}. {refusal.Fact}"),
        var decision => decision.Events,
    };
}
