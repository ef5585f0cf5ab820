using System.Text.Json;
using System.Xml.Linq;

namespace NegotiationSim.Cli.Tests;

public sealed class Running : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_gives_the_same_files_and_the_same_fingerprint()
    {
        var first = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7", "--out", "a");
        var second = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7", "--out", "b");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Equal(["convergence.svg", "manifest.json", "measures.csv", "record.jsonl", "summary.md"], Names(_folder["a"]));
        foreach (var name in Names(_folder["a"])) Assert.True(File.ReadAllBytes(_folder["a", name]).SequenceEqual(File.ReadAllBytes(_folder["b", name])), $"{name} differs");
    }

    [Fact]
    public async Task The_record_is_that_of_the_room_and_the_manifest_says_which()
    {
        var run = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7", "--out", "a");

        Assert.Equal(ARecord.File, File.ReadAllBytes(_folder["a", "record.jsonl"]));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["a", "manifest.json"]));
        Assert.Equal(run.Fingerprint, manifest.RootElement.GetProperty("fingerprint").GetString());
        Assert.Equal(ARecord.Events.Length, manifest.RootElement.GetProperty("events").GetInt32());
    }

    [Fact]
    public async Task Another_seed_and_another_run_are_other_negotiations()
    {
        var seven = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7");
        var eight = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "8");
        var again = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7", "--run", "1");

        Assert.Distinct([seven.Fingerprint, eight.Fingerprint, again.Fingerprint]);
    }

    [Fact]
    public async Task Measures_are_a_tidy_table_and_the_picture_is_one_that_opens()
    {
        await Negsim.Run(_folder.Path, "run", "first-contact", "--out", "a");

        var rows = File.ReadAllLines(_folder["a", "measures.csv"]).Select(line => line.Split(',')).ToArray();
        Assert.Equal(["round", "issue", "measure", "value"], rows[0]);
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.Equal(rows.Length, rows.Select(row => string.Join(',', row[..3])).Distinct().Count());
        Assert.Equal("svg", XDocument.Load(_folder["a", "convergence.svg"]).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_written()
    {
        var run = await Negsim.Run(_folder.Path, "run", "first-contact");

        Assert.Equal(0, run.ExitCode);
        Assert.True(_folder.IsEmpty);
    }

    [Fact]
    public async Task What_else_lies_in_the_folder_stays_there()
    {
        Directory.CreateDirectory(_folder["a"]);
        File.WriteAllText(_folder["a", "notes.txt"], "mine");

        await Negsim.Run(_folder.Path, "run", "first-contact", "--out", "a");

        Assert.Equal("mine", File.ReadAllText(_folder["a", "notes.txt"]));
        Assert.Equal(6, Names(_folder["a"]).Length);
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
