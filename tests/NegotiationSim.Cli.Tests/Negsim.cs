using System.Diagnostics;

namespace NegotiationSim.Cli.Tests;

/// <summary>What the program answered.</summary>
internal sealed record Answer(int ExitCode, string Out, string Error)
{
    public string Fingerprint => Out.Split('\n').Single(line => line.StartsWith("fingerprint: ", StringComparison.Ordinal))["fingerprint: ".Length..];

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real program, started as a process beside the tests.</summary>
internal static class Negsim
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <param name="workingFolder">Where it is started.</param>
    public static async Task<Answer> Run(string workingFolder, params string[] arguments)
    {
        using var negsim = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "negsim.dll"), .. arguments])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        negsim.StandardInput.Close();
        var (said, faults) = (negsim.StandardOutput.ReadToEndAsync(), negsim.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await negsim.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            negsim.Kill();
            throw new TimeoutException($"negsim {string.Join(' ', arguments)} took longer than {Longest}.");
        }
        return new Answer(negsim.ExitCode, await said, await faults);
    }
}
