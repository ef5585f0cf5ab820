using System.CommandLine;
using NegotiationSim.Scenarios;
using Spectre.Console;

namespace NegotiationSim.Cli;

/// <summary>negsim check: reads every scenario of a folder and says all that is wrong.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder of scenarios, or one scenario's folder." };
        var command = new Command("check", "Reads scenarios and says everything that is wrong with them, each fault with its file, line and member.") { folder };
        command.SetAction(call => Run(call.GetValue(folder)!));
        return command;
    }

    private static int Run(string folder)
    {
        if (!Directory.Exists(folder)) throw new UserFaultException($"{folder} is not a folder.");
        var scenarios = Scenarios(folder);
        if (scenarios.Length == 0) throw new UserFaultException($"{folder} holds no {ScenarioReader.FileName}, and neither does a folder in it.");

        var library = new ScenarioLibrary();
        var faults = 0;
        foreach (var path in scenarios)
        {
            var reading = library.OpenFolder(path);
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            if (reading.IsSound)
            {
                var s = reading.Scenario;
                AnsiConsole.MarkupLineInterpolated($"[green]ok[/]   {name}: {Plural.Of(s.States.Length, "State")}, {Plural.Of(s.Issues.Length, "issue")}, {Plural.Of(s.Issues.Sum(i => i.Provisions.Length), "provision")}");
                continue;
            }
            AnsiConsole.MarkupLineInterpolated($"[red]not[/]  {name}: {Plural.Of(reading.Faults.Length, "fault")}");
            foreach (var fault in reading.Faults) Console.WriteLine($"  {fault}");
            faults += reading.Faults.Length;
        }
        return faults == 0 ? Sentence.Done : Sentence.Faulty;
    }

    private static string[] Scenarios(string folder) => File.Exists(Path.Combine(folder, ScenarioReader.FileName))
        ? [folder]
        : [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, ScenarioReader.FileName))).Order(StringComparer.Ordinal)];
}
