using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Numerics;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Simulation;
using Spectre.Console;

namespace NegotiationSim.Cli;

/// <summary>negsim run: plays a scenario from a seed to its end, and writes what came of it.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "A scenario's folder, or the name of one that travels with the program." };
        var seed = WholeNumber<ulong>("--seed", "What chance is drawn from, 0 or more.", 1);
        var run = WholeNumber<uint>("--run", "Which run under this seed; a single run, and a live room, is run 0.", 0);
        var output = new Option<string?>("--out") { Description = "Folder for record.jsonl, measures.csv, convergence.svg, summary.md and manifest.json. Without it nothing is written." };
        var command = new Command("run", "Plays a scenario from a seed to its end.") { scenario, seed, run, output };
        command.SetAction((call, cancel) => Task.FromResult(Run(call.GetValue(scenario)!, call.GetValue(seed), call.GetValue(run), call.GetValue(output), cancel)));
        return command;
    }

    private static Option<T> WholeNumber<T>(string name, string description, T usually)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usually,
            CustomParser = given =>
            {
                if (T.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                given.AddError($"{name} is a whole number from 0 to {T.MaxValue}, and not \"{given.Tokens[0].Value}\"");
                return usually;
            },
        };

    private static int Run(string named, ulong seed, uint run, string? folder, CancellationToken cancel)
    {
        var scenario = ScenarioFolder.Open(named);
        using var output = folder is null ? null : new OutputFolder(folder);

        var record = new ArrayBufferWriter<byte>();
        var played = Play(scenario, seed, run, new RecordWriter(record), cancel);
        if (output is not null)
        {
            File.WriteAllBytes(output.Draft("record.jsonl"), record.WrittenSpan);
            MeasuresTable.Write(played.Room, output.Draft("measures.csv"));
            ConvergencePicture.Write(played.Room, output.Draft("convergence.svg"));
            File.WriteAllText(output.Draft("summary.md"), Summary.Of(played));
            Manifest.Write(played, output.Draft("manifest.json"));
            output.Publish();
        }

        AnsiConsole.Write(OutcomeTable.Of(played.Room));
        Console.WriteLine(Outcome.InWords(played.Room));
        Console.WriteLine();
        if (folder is not null) Console.WriteLine($"written to: {folder}");
        Console.WriteLine($"fingerprint: {played.Fingerprint}");
        return Sentence.Done;
    }

    private static Played Play(Scenario scenario, ulong seed, uint run, RecordWriter writer, CancellationToken cancel)
    {
        var room = Negotiation.Unopened;
        Sentence.Errors.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("Negotiating", maxValue: Rounds(scenario.Programme));
            foreach (var batch in Headless.Play(scenario, seed, run))
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var happened in batch)
                {
                    room = Negotiation.Evolve(room, happened);
                    writer.Write(writer.Position + 1, happened);
                    if (happened is RoundEnded ended) task.Value = ended.Number;
                }
            }
        });
        return new Played(scenario, seed, run, room, writer.Position, writer.Chain);
    }

    private static int Rounds(ProgrammeOfWork programme) => Math.Max(1, programme.Items.OfType<DiscussionItem>().Sum(i => i.Meetings.Length * i.RoundsPerMeeting));
}

/// <summary>A negotiation that was played to its end.</summary>
internal sealed record Played(Scenario Scenario, ulong Seed, uint Run, Negotiation Room, long Events, Fingerprint Fingerprint);
