namespace NegotiationSim.Cli;

internal static class Hundredths
{
    /// <summary>Basis points as people read them, 0 to 100, rounded as the pages round.</summary>
    public static int Of(int basisPoints) => (int)Math.Round(basisPoints / 100.0, MidpointRounding.AwayFromZero);
}
