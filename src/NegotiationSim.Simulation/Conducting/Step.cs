using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What the conductor wants done next. It has no hands: a loop or the co-facilitator's grain carries it out.</summary>
/// <param name="At">Room time at which it is due, never before the room's last event.</param>
/// <param name="Wait">Room time to let pass first; pace maps it to the wall. Zero between meetings, which cost nobody's time.</param>
public abstract record Step(RoomTime At, TimeSpan Wait);

/// <summary>Submit this command.</summary>
public sealed record Submit(RoomTime At, TimeSpan Wait, NegotiationCommand Command) : Step(At, Wait);

/// <summary>Ask all of these, gather the answers in the order of the questions, and submit what <see cref="Conductor.Command"/> makes of them.</summary>
/// <param name="Purpose">What the answers are for.</param>
/// <param name="Questions">To delegations or to groups, never empty.</param>
public sealed record Ask(RoomTime At, TimeSpan Wait, Purpose Purpose, ImmutableArray<Question> Questions) : Step(At, Wait);

/// <summary>A person has stopped the room from within it; the next act is theirs.</summary>
public sealed record Rest(RoomTime At) : Step(At, TimeSpan.Zero);

/// <summary>The negotiation is over.</summary>
public sealed record Finished(RoomTime At) : Step(At, TimeSpan.Zero);

public enum Purpose
{
    GroupLines,
    Statement,
    Reflection,
    MergeAnswers,
    Objections,
    PaperReading,
    PaperDecision,
    Votes,
}
