namespace NegotiationSim.Simulation.Tests;

/// <summary>Published inputs and results, too large or too foreign to lie beside the tests: the folder named by NEGOTIATIONSIM_VALIDATION.</summary>
public static class ValidationFolder
{
    public const string Variable = "NEGOTIATIONSIM_VALIDATION";

    /// <summary>The lines of a file of the folder. The test is skipped, visibly, where folder or file is absent.</summary>
    public static string[] Lines(string file)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(folder), $"{Variable} names no folder.");
        var path = Path.Combine(folder!, file);
        Skip.IfNot(File.Exists(path), $"{Variable} has no {file}.");
        return File.ReadAllLines(path);
    }
}
