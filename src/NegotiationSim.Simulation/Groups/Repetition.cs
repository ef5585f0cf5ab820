using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What is said again, to nobody, is heard less.</summary>
public static class Repetition
{
    /// <summary>From here on, one more repetition changes nothing.</summary>
    public const int Most = 64;

    /// <summary>R after a statement: how many statements in a row have repeated the one before and answered nobody.</summary>
    /// <param name="soFar">R of the statement before.</param>
    /// <param name="previous">What this voice said last on the provision; null when it has not spoken.</param>
    /// <param name="answersSomebody">True when the statement names another voice; the count begins again.</param>
    /// <param name="radius">delta_rep: exactly this far apart is still the same statement.</param>
    public static int Next(int soFar, Position? previous, Position current, bool answersSomebody, Position radius) =>
        previous is { } last && !answersSomebody && Math.Abs(current.Units - last.Units) <= radius.Units ? Math.Min(soFar + 1, Most) : 0;

    /// <summary>nu = (1 - phi)^R, the factor by which the weight of a voice that repeats itself shrinks.</summary>
    /// <param name="discount">phi; 0 forgives every repetition.</param>
    public static double Discount(Weight discount, int repetitions) => Power.Of(1 - discount.Share, Math.Clamp(repetitions, 0, Most));
}
