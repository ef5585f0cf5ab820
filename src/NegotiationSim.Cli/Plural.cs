namespace NegotiationSim.Cli;

internal static class Plural
{
    /// <summary>1 fault, 2 faults.</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
