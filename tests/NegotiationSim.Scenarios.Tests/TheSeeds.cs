using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios.Tests;

public sealed class TheSeeds
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    [Theory]
    [InlineData("member-states.csv", 193)]
    [InlineData("groups.csv", 24)]
    [InlineData("memberships.csv", 347)]
    [InlineData("positions.csv", 205)]
    public void Have_as_many_rows_as_their_page_says(string file, int rows)
    {
        Assert.Equal(rows, File.ReadAllLines(Path.Combine(Folder, file)).Length - 1);
        Assert.Contains($"| `{file}` | {rows} |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Certainty.Documented, 97)]
    [InlineData(Certainty.Inferred, 75)]
    [InlineData(Certainty.Placeholder, 33)]
    public void Say_how_many_positions_are_known_how_well(Certainty certainty, int rows) =>
        Assert.Equal(rows, Cells("positions.csv").Count(c => c.Contains(Form.Camel(certainty.ToString()))));

    [Fact]
    public void Name_no_source_that_is_not_listed()
    {
        var listed = File.ReadAllLines(Path.Combine(Folder, "sources.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim()).ToHashSet();
        var inTables = new[] { "member-states.csv", "groups.csv", "memberships.csv", "positions.csv" }.SelectMany(Sources);
        var inScenarios = new ScenarioLibrary().Names()
            .SelectMany(n => AScenarioFolder.TextOf(n).Split('\n'))
            .Where(l => l.TrimStart().StartsWith("source: ", StringComparison.Ordinal))
            .SelectMany(l => l.Trim()["source: ".Length..].Split(';'));
        Assert.Empty(inTables.Concat(inScenarios).Where(s => s.Length > 0).Except(listed));
    }

    private static IEnumerable<string> Sources(string file)
    {
        var rows = Cells(file).ToList();
        return rows.SelectMany(r => r[Array.IndexOf(Header(file), "source")].Split(';'));
    }

    private static string[] Header(string file) => File.ReadLines(Path.Combine(Folder, file)).First().Split(',');

    private static IEnumerable<string[]> Cells(string file)
    {
        var faults = new Faults();
        var header = Header(file);
        var rows = CsvTable.Read(Path.Combine(Folder, file), file, [.. header], faults) ?? [];
        Assert.False(faults.Any);
        return rows.Select(r => header.Select(h => r[h]).ToArray());
    }
}
