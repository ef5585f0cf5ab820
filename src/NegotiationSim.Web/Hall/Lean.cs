using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>How a place on a ladder is drawn: five classes of colour, and a needle that leans.</summary>
public static class Lean
{
    private const double WidestAngle = 132;

    /// <summary>0 to 4, in steps of a fifth of the ladder.</summary>
    public static int Class(double share) => Math.Clamp((int)(share * 5), 0, 4);

    /// <summary>Degrees from upright; negative leans to the left end of the ladder.</summary>
    public static double Angle(double share) => (share - 0.5) * WidestAngle;

    /// <summary>Length of the needle in radii, from half a radius below the centre of the disc to just inside the rim.</summary>
    public static double Length(double share)
    {
        var c = Math.Cos(Angle(share) * Math.PI / 180);
        return 0.5 * c + Math.Sqrt(0.25 * c * c + 0.49);
    }

    /// <summary>The CSS transform of a needle that is drawn upright and one radius long.</summary>
    public static string Transform(double share) => FormattableString.Invariant($"rotate({Angle(share):0.#}deg) scaleY({Length(share):0.##})");
}
