using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>What one capital told its delegation, by provision.</summary>
public sealed record DelegationInstructions(ImmutableSortedDictionary<ProvisionId, ProvisionInstruction> Provisions);

/// <summary>Instructions on one provision.</summary>
/// <param name="Ideal">p: what the capital would choose.</param>
/// <param name="Salience">s: how much it matters.</param>
/// <param name="Flexibility">1 - theta: how little the delegation is bound to the ideal.</param>
/// <param name="From">Left end of the range that the delegation can live with.</param>
/// <param name="To">Right end of that range.</param>
/// <param name="HasRedLine">The end of the range away from the ideal is not to be crossed.</param>
/// <param name="Origin">What the scenario stated, before the draw.</param>
public sealed record ProvisionInstruction(Position Ideal, Weight Salience, Weight Flexibility, Position From, Position To, bool HasRedLine, InstructionOrigin Origin)
{
    /// <summary>Whether a text at this place crosses the red line: the end of the range on the side of the ladder away from the ideal.</summary>
    /// <remarks>A State that wants no more than twenty seats does not object to fifteen. Source: decisions/0004-the-values-of-the-model.md.</remarks>
    public bool IsCrossedBy(Position text) => HasRedLine && (Ideal.Units <= Position.One / 2 ? text.Units > To.Units : text.Units < From.Units);

    /// <summary>Whether the delegation can live with a text at this place: within the range or, with a red line, on its own side of it.</summary>
    public bool CanLiveWith(Position text) => HasRedLine ? !IsCrossedBy(text) : text.Units >= From.Units && text.Units <= To.Units;
}

/// <summary>Where an instruction comes from, so that the record alone can be derived again.</summary>
/// <param name="Stated">The stated position.</param>
/// <param name="Actor">Whose stated position it is: the State itself, one of its groups, or DEFAULT.</param>
public sealed record InstructionOrigin(Position Stated, Certainty Certainty, string Actor);
