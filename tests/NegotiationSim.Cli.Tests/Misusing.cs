namespace NegotiationSim.Cli.Tests;

/// <summary>Wrong calls: one clear line, an exit code that is not 0, and nothing written.</summary>
public sealed class Misusing : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("'negotiate'", "negotiate")]
    [InlineData("'scenario' missing", "run")]
    [InlineData("'record' missing", "replay")]
    [InlineData("'folder' missing", "check")]
    [InlineData("--seed is a whole number from 0 to 18446744073709551615, and not \"-1\"", "run", "first-contact", "--seed", "-1", "--out", "out")]
    [InlineData("and not \"abc\"", "run", "first-contact", "--seed", "abc", "--out", "out")]
    [InlineData("and not \"18446744073709551616\"", "run", "first-contact", "--seed", "18446744073709551616", "--out", "out")]
    [InlineData("and not \"7.5\"", "run", "first-contact", "--seed", "7.5", "--out", "out")]
    [InlineData("--run is a whole number from 0 to 4294967295", "run", "first-contact", "--run", "4294967296", "--out", "out")]
    [InlineData("'--seed' expects a single argument", "run", "first-contact", "--seed", "1", "--seed", "2")]
    [InlineData("'--speed'", "run", "first-contact", "--speed", "7")]
    [InlineData("--out names no folder", "run", "first-contact", "--out", "")]
    [InlineData("first-contact, security-council-reform-70", "run", "nowhere", "--out", "out")]
    [InlineData("nothing.jsonl is not a file", "replay", "nothing.jsonl")]
    [InlineData(". is not a file", "replay", ".")]
    [InlineData("nowhere is not a folder", "check", "nowhere")]
    [InlineData(". holds no scenario.yaml", "check", ".")]
    public async Task A_wrong_call_is_told_so_in_one_line(string expected, params string[] arguments)
    {
        var answer = await Negsim.Run(_folder.Path, arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(answer.Out);
        Assert.True(_folder.IsEmpty);
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("taken/below")]
    [InlineData("new/taken/0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_folder_that_cannot_be_written_is_told_so_in_one_line(string output)
    {
        File.WriteAllText(_folder["taken"], "a file in the place of a folder");

        var answer = await Negsim.Run(_folder.Path, "run", "first-contact", "--out", output);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(output, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal([_folder["taken"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Where_one_file_cannot_be_written_none_is()
    {
        Directory.CreateDirectory(_folder["out", "summary.md"]);

        var answer = await Negsim.Run(_folder.Path, "run", "first-contact", "--out", "out");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("summary.md is a folder; nothing was written", answer.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal([_folder["out", "summary.md"]], Directory.EnumerateFileSystemEntries(_folder["out"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no record\n")]
    [InlineData("{}\n")]
    [InlineData("\n")]
    public async Task A_file_that_is_no_record_is_told_so(string text)
    {
        File.WriteAllText(_folder["record.jsonl"], text);

        var answer = await Negsim.Run(_folder.Path, "replay", "record.jsonl");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Single((answer.Out + answer.Error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
