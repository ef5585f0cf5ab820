using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>From a capital's flexibility to how its delegation reacts.</summary>
/// <remarks>Source: model section 5, "From data to parameters".</remarks>
public static class Flexibility
{
    /// <summary>theta = 1 - flexibility.</summary>
    public static Weight Anchoring(Weight flexibility) => new(Weight.One - flexibility.Units);

    /// <summary>eps = base + perFlexibility flexibility, rounded half to even and no wider than the ladder.</summary>
    public static Position Openness(Weight flexibility, Position openBase, Position openPerFlexibility) =>
        Position.Clamp(openBase.Units + Part(openPerFlexibility, flexibility));

    /// <summary>How far from the ideal a delegation can live: perFlexibility flexibility, half to even.</summary>
    public static Position HalfRange(Weight flexibility, Position rangePerFlexibility) => new(Part(rangePerFlexibility, flexibility));

    /// <summary>eps (1 + reward), half to even, up to the cap. An openness already above the cap stays as it is.</summary>
    public static Position Rewarded(Position openness, Weight reward, Position cap) =>
        new(Math.Max(openness.Units, Math.Min(cap.Units, openness.Units + Part(openness, reward))));

    private static long Part(Position whole, Weight share) => Rounding.HalfEven(Math.BigMul(whole.Units, share.Units), Weight.One);
}
