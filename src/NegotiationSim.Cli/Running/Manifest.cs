using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Cli;

/// <summary>What is needed to make the same run again, and to see that it is the same.</summary>
/// <param name="ScenarioHash">SHA-256 over the resolved scenario.</param>
/// <param name="Model">Version of all that the model writes.</param>
/// <param name="ChanceLayout">Version of how chance is drawn by name.</param>
internal sealed record Manifest(
    string Scenario,
    string ScenarioHash,
    ulong Seed,
    uint Run,
    string Program,
    string Model,
    int ChanceLayout,
    long Events,
    string Fingerprint)
{
    public static void Write(Played played, string path) => File.WriteAllText(path, JsonSerializer.Serialize(Of(played), ManifestJson.Default.Manifest) + "\n");

    private static Manifest Of(Played played) => new(
        played.Scenario.Name,
        Scenarios.ScenarioHash.Of(played.Scenario),
        played.Seed,
        played.Run,
        typeof(Manifest).Assembly.GetName().Version!.ToString(3),
        Conductor.Version,
        Chance.LayoutVersion,
        played.Events,
        played.Fingerprint.ToString());
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
