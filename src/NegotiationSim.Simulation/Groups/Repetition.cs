using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What is said again, to nobody, is heard less.</summary>
public static class Repetition
{
    /// <summary>From here on, one more repetition changes nothing.</summary>
    public const int Most = 64;

    /// <summary>nu = (1 - phi)^R, the factor by which the weight of a voice that repeats itself shrinks.</summary>
    /// <param name="discount">phi; 0 forgives every repetition.</param>
    public static double Discount(Weight discount, int repetitions) => Power.Of(1 - discount.Share, Math.Clamp(repetitions, 0, Most));
}
