using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What draws on a position in one round: how much of the new position comes from where it stands, from the ideal, and from what was heard.</summary>
/// <remarks>Units of 2^-30 that add up to one, so that step size and anchoring, each in units of 2^-15, multiply without rounding.</remarks>
public readonly record struct Pulls
{
    /// <summary>Units in the whole: 2^30.</summary>
    public const int One = Weight.One * Weight.One;

    private Pulls(int toIdeal, int toVoices)
    {
        ToIdeal = toIdeal;
        ToVoices = toVoices;
    }

    /// <summary>(1 - mu): the share of where it stands.</summary>
    public int ToStay => One - ToIdeal - ToVoices;

    /// <summary>mu theta: the share of the ideal.</summary>
    public int ToIdeal { get; }

    /// <summary>mu (1 - theta): the share of the voices and the text.</summary>
    public int ToVoices { get; }

    /// <summary>All the way to the voices: step size 1, anchoring 0, the neutral values.</summary>
    public static Pulls Neutral => new(0, One);

    /// <summary>The exact pulls of a step size mu and an anchoring theta.</summary>
    public static Pulls Of(Weight stepSize, Weight anchoring) =>
        new(stepSize.Units * anchoring.Units, stepSize.Units * (Weight.One - anchoring.Units));

    /// <summary>The pulls of a published model whose numbers are finer than a weight, each rounded once, half to even.</summary>
    /// <param name="stepSize">mu, 0 to 1.</param>
    /// <param name="anchoring">theta, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not a number from 0 to 1.</exception>
    public static Pulls FromShares(double stepSize, double anchoring)
    {
        if (!(stepSize is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, "A step size lies between 0 and 1.");
        if (!(anchoring is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(anchoring), anchoring, "An anchoring lies between 0 and 1.");

        var moving = (int)Math.Round(stepSize * One, MidpointRounding.ToEven);
        var toIdeal = (int)Math.Round(moving * anchoring, MidpointRounding.ToEven);
        return new(toIdeal, moving - toIdeal);
    }
}
