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
/// <param name="HasRedLine">The ends of the range are not to be crossed.</param>
public sealed record ProvisionInstruction(Position Ideal, Weight Salience, Weight Flexibility, Position From, Position To, bool HasRedLine)
{
    /// <summary>Whether the delegation can live with a text at this place.</summary>
    public bool CanLiveWith(Position text) => text.Units >= From.Units && text.Units <= To.Units;
}
