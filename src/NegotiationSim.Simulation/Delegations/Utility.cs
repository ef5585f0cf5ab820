using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What a text is worth to a delegation.</summary>
/// <remarks>Source: model section 5, step 7.</remarks>
internal static class Utility
{
    /// <summary>|z - p|^rho, 0 to 1.</summary>
    public static double Loss(Position text, Position ideal, double lossExponent) =>
        Power.Of((double)Math.Abs(text.Units - ideal.Units) / Position.One, lossExponent);

    /// <summary>U(z) - U(status quo) with U = 1 - |z - p|^rho; positive when the text is better.</summary>
    public static double Gain(Position text, Position statusQuo, Position ideal, double lossExponent) =>
        Loss(statusQuo, ideal, lossExponent) - Loss(text, ideal, lossExponent);

    /// <summary>Sum of salience times gain over the provisions of a text, in shares of full salience.</summary>
    public static double WeightedGain(IEnumerable<ElementAtHand> elements, double lossExponent) =>
        elements.Sum(e => e.Instruction.Salience.Share * Gain(e.At, e.StatusQuo, e.Instruction.Ideal, lossExponent));

    /// <summary>Whether a delegation could accept a text: no red line is crossed, and it gains at least its reservation.</summary>
    /// <param name="reservation">As a share of the salience of these provisions.</param>
    public static bool CouldAccept(IReadOnlyCollection<ElementAtHand> elements, Weight reservation, double lossExponent) =>
        elements.All(e => !e.Instruction.IsCrossedBy(e.At))
        && WeightedGain(elements, lossExponent) >= reservation.Share * elements.Sum(e => e.Instruction.Salience.Share);

    /// <summary>Whether a delegation would object to a provision: its red line is crossed, or its salience times its loss exceeds the threshold.</summary>
    public static bool WouldObject(Position text, ProvisionInstruction instruction, ModelParameters parameters) =>
        instruction.IsCrossedBy(text)
        || instruction.Salience.Share * Loss(text, instruction.Ideal, parameters.LossExponent) > parameters.ObjectionThreshold.Share;
}
