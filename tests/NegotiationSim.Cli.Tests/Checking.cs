namespace NegotiationSim.Cli.Tests;

public sealed class Checking : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_scenarios_that_ship_are_sound()
    {
        var check = await Negsim.Run(AppContext.BaseDirectory, "check", "scenarios");

        Assert.Equal(0, check.ExitCode);
        Assert.Equal(2, check.Out.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_broken_scenario_is_told_all_its_faults_with_file_line_and_member()
    {
        var line = Break("seats: 12\n");

        var check = await Negsim.Run(_folder.Path, "check", "scenarios");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"{Path.Combine("scenarios", "broken", "scenario.yaml")}:{line}: seats ", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_scenario_is_not_run()
    {
        var line = Break("seats: 12\n");

        var run = await Negsim.Run(_folder.Path, "run", Path.Combine("scenarios", "broken"), "--out", "out");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"scenario.yaml:{line}: seats ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("nothing was run", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    /// <summary>A copy of the first scenario with one more line at its end; the number of that line.</summary>
    private int Break(string with)
    {
        var folder = Directory.CreateDirectory(_folder["scenarios", "broken"]).FullName;
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios", "first-contact", "scenario.yaml"));
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), text + with);
        return text.Count(c => c == '\n') + 1;
    }
}
