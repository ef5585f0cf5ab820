using System.Collections.Immutable;

namespace NegotiationSim.Domain.Tests;

/// <summary>A room and the record that led to it. Each world is built from the one before by commands that the room accepts.</summary>
internal sealed record World(Negotiation Room, ImmutableArray<NegotiationEvent> Record)
{
    public static World Unopened { get; } = new(Negotiation.Unopened, []);

    /// <summary>The world after these commands, of which none may be refused.</summary>
    public World After(params ReadOnlySpan<NegotiationCommand> commands)
    {
        var world = this;
        foreach (var command in commands)
        {
            var outcome = world.When(command);
            Assert.True(outcome.Decision.Refusal is null, $"{command.GetType().Name} was refused: {outcome.Decision.Refusal?.Fact}");
            world = outcome.World;
        }
        return world;
    }

    /// <summary>What a command leads to, a minute later and by the chair, unless it says otherwise.</summary>
    public Outcome When(NegotiationCommand command)
    {
        if (command.By == default) command = command with { By = Actor.CoFacilitators };
        if (command.At == default) command = command with { At = Room.IsOpened ? Room.Now + TimeSpan.FromMinutes(1) : ASmallRoom.Morning };
        var decision = Negotiation.Decide(Room, command);
        return new(new(Negotiation.Replay(Room, decision.Events), Record.AddRange(decision.Events)), decision);
    }
}

internal sealed record Outcome(World World, Decision Decision)
{
    public Negotiation Room => World.Room;

    /// <summary>The one event of this kind that the command led to.</summary>
    public TEvent Then<TEvent>() where TEvent : NegotiationEvent
    {
        Assert.True(Decision.Refusal is null, $"The command was refused: {Decision.Refusal?.Fact}");
        return Assert.Single(Decision.Events.OfType<TEvent>());
    }

    /// <summary>The command led to these events, and no others, in this order.</summary>
    public void Then(params Type[] events)
    {
        Assert.True(Decision.Refusal is null, $"The command was refused: {Decision.Refusal?.Fact}");
        Assert.Equal(events, Decision.Events.Select(e => e.GetType()));
    }

    public void ThenRefused(Refusal refusal)
    {
        Assert.Equal(refusal, Decision.Refusal);
        Assert.Empty(Decision.Events);
    }
}

internal static class Stamping
{
    public static NegotiationCommand By(this NegotiationCommand command, DelegationId delegation) => command with { By = Actor.For(delegation) };

    public static NegotiationCommand ByTheFacilitator(this NegotiationCommand command) => command with { By = Actor.Facilitator };

    public static NegotiationCommand At(this NegotiationCommand command, RoomTime at) => command with { At = at };
}
