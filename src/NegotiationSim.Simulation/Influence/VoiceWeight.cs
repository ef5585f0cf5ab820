using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>How much a voice counts with one listener: w = c^gc s^gs tau^gt nu.</summary>
/// <remarks>Computed as a double in this fixed order and rounded once, half to even, to units of 2^-15.
/// Source: model section 5, decisions/0003-numbers-that-replay.md.</remarks>
public static class VoiceWeight
{
    /// <summary>c^gc s^gs: the part of a voice's weight that is the same for every listener.</summary>
    /// <param name="capability">c of the speaker.</param>
    /// <param name="salience">s of the speaker on this provision.</param>
    /// <param name="capabilityExponent">gc; 0 makes all voices equally capable, also those without any capability.</param>
    /// <param name="salienceExponent">gs; 0 makes all voices care equally.</param>
    public static double Standing(Weight capability, Weight salience, double capabilityExponent, double salienceExponent) =>
        Power.Of(capability.Share, capabilityExponent) * Power.Of(salience.Share, salienceExponent);

    /// <summary>The weight of one voice with one listener, in units of 2^-15.</summary>
    /// <param name="standing">See <see cref="Standing"/>.</param>
    /// <param name="trust">tau of the listener in the speaker.</param>
    /// <param name="trustExponent">gt; 0 makes trust irrelevant.</param>
    /// <param name="repetition">nu, 0 to 1: see <see cref="Repetition.Discount"/>.</param>
    /// <param name="engagement">e where the statement names the listener, else 0: the weight is (1 + e) times as large.</param>
    public static long Of(double standing, Trust trust, double trustExponent, double repetition = 1, double engagement = 0) =>
        Units(standing * Power.Of(trust.Share, trustExponent) * repetition * (1 + engagement));

    /// <summary>The weight of the text, in units of 2^-15: lambda tau, with tau the trust in the chair.</summary>
    /// <param name="textPull">lambda, in voices of full weight.</param>
    public static long OfText(double textPull, Trust inChair) => Units(textPull * inChair.Share);

    /// <summary>A share of any size in units of 2^-15, half to even.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is negative, not a number, or above 2^20.</exception>
    public static long Units(double share) => Units(share, Weight.One);

    /// <summary>A share of a given matrix, as Friedkin-Johnsen and DeGroot have it, in units of 2^-30, half to even.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is negative, not a number, or above 2^20.</exception>
    public static long MatrixUnits(double share) => Units(share, 1L << 30);

    private static long Units(double share, long one) =>
        share is >= 0 and <= 1 << 20
            ? (long)Math.Round(share * one, MidpointRounding.ToEven)
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A voice's weight is 0 or more.");
}
