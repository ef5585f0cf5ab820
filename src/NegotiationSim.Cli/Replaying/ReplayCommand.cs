using System.CommandLine;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Simulation;
using Spectre.Console;

namespace NegotiationSim.Cli;

/// <summary>negsim replay: holds a record against its chain, its digests and the model.</summary>
internal static class ReplayCommand
{
    private const int FaultsShown = 10;

    public static Command Create()
    {
        var file = new Argument<string>("record") { Description = "A record: record.jsonl of a run, or one downloaded from a room." };
        var command = new Command("replay", "Checks a record line by line, folds it, and derives again all that the model wrote.") { file };
        command.SetAction(call => Run(call.GetValue(file)!));
        return command;
    }

    private static int Run(string path)
    {
        if (!File.Exists(path)) throw new UserFaultException($"{path} is not a file.");
        var contents = RecordReader.Read(File.ReadAllBytes(path), RecordScope.Extract);
        if (contents.Lines.Count == 0 && contents.Faults.Count == 0) throw new UserFaultException($"{path} is empty: it holds no record.");

        var faults = contents.Faults.ToList();
        var events = contents.ToEvents(faults);
        if (faults.Count > 0) return Refuse(faults);

        var isWhole = !contents.HasGaps;
        var result = Follow([.. events.Select(e => e!)], isWhole);
        if (result.Difference is { } difference)
        {
            var line = contents.Lines[Math.Min(difference.Index, contents.Lines.Count - 1)];
            Console.WriteLine($"position {line.Position}: {difference.Member} differs");
            Console.WriteLine($"  recorded: {difference.Recorded ?? "nothing"}");
            Console.WriteLine($"  derived:  {difference.Derived ?? "nothing"}");
            return Sentence.Faulty;
        }

        Console.WriteLine($"{Plural.Of(contents.Lines.Count, "line")}: the chain holds, the events follow, the digests agree.");
        Console.WriteLine(result.IsDerived ? "All that the model wrote was derived again, and is the same." : $"It was chained and folded only, since {result.WhyNot}.");
        if (!result.Room.IsClosed) Console.WriteLine("The record ends before the negotiation does: it was read while the room went on, or lines were cut off its end.");
        Console.WriteLine($"fingerprint: {contents.Chain}");
        return Sentence.Done;
    }

    private static ReplayResult Follow(NegotiationEvent[] events, bool isWhole)
    {
        ReplayResult? result = null;
        Sentence.Errors.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("Replaying", maxValue: Math.Max(1, events.Length));
            result = Replay.Follow(events, isWhole, new Told(followed => task.Value = followed));
        });
        return result!;
    }

    private static int Refuse(List<RecordFault> faults)
    {
        foreach (var fault in faults.OrderBy(f => f.Line).Take(FaultsShown)) Console.WriteLine(fault);
        if (faults.Count > FaultsShown) Console.WriteLine($"and {Plural.Of(faults.Count - FaultsShown, "more fault")}");
        return Sentence.Faulty;
    }

    /// <summary>Tells at once, on the same thread: Progress of the framework would tell later.</summary>
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
