using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NegotiationSim.Scenarios.Tests;

public sealed partial class TheSchema
{
    [Fact]
    public void Is_the_one_that_the_types_describe()
    {
        var path = Path.Combine(Root, "scenarios", ScenarioSchema.FileName);
        // Asked for by whoever has changed the format: WRITE_SCHEMA=1 dotnet test tests/NegotiationSim.Scenarios.Tests
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMA") == "1") File.WriteAllText(path, ScenarioSchema.ToJson());
        Assert.Equal(ScenarioSchema.ToJson(), File.ReadAllText(path));
    }

    [Fact]
    public void Is_named_in_the_first_line_of_every_scenario()
    {
        foreach (var name in new ScenarioLibrary().Names())
            Assert.StartsWith($"# yaml-language-server: $schema=../{ScenarioSchema.FileName}\n", AScenarioFolder.TextOf(name), StringComparison.Ordinal);
    }

    [Fact]
    public void Refers_to_nothing_that_it_does_not_define()
    {
        var json = ScenarioSchema.ToJson();
        var defined = JsonNode.Parse(json)!["$defs"]!.AsObject().Select(d => d.Key).ToHashSet();
        Assert.All(Reference().Matches(json).Select(m => m.Groups[1].Value), name => Assert.Contains(name, defined));
    }

    [Fact]
    public void Describes_every_parameter_of_the_model()
    {
        var parameters = JsonNode.Parse(ScenarioSchema.ToJson())!["$defs"]!["scenario"]!["properties"]!["parameters"]!["properties"]!.AsObject();
        Assert.Equal(typeof(Domain.ModelParameters).GetProperties().Where(p => p.CanWrite).Select(p => Form.Camel(p.Name)), parameters.Select(p => p.Key));
    }

    [GeneratedRegex("\"#/\\$defs/([^\"]+)\"")]
    private static partial Regex Reference();

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NegotiationSim.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NegotiationSim.sln stands in no folder above the tests.");
    }
}
