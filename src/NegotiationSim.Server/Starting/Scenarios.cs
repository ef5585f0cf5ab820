using System.Collections.Concurrent;
using System.Collections.Immutable;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Server;

/// <summary>The scenarios that came with the build, each read once.</summary>
internal sealed class ScenarioShelf(ScenarioLibrary library, ILogger<ScenarioShelf> log)
{
    private const ulong SeedOfThePicture = 1;

    private readonly ConcurrentDictionary<string, Scenario?> _read = new();
    private readonly ConcurrentDictionary<string, byte[]> _openings = new();

    /// <summary>In the order of their names. A scenario with faults is not offered.</summary>
    public ImmutableArray<Scenario> All => [.. library.Names().Select(Named).OfType<Scenario>()];

    /// <returns>Null when there is no sound scenario of that name.</returns>
    public Scenario? Named(string name) => library.Names().Contains(name) ? _read.GetOrAdd(name, Read) : null;

    /// <summary>What everyone would see of the opening, one canonical event a line: a picture of the room before anybody opens it.</summary>
    /// <returns>Null when there is no sound scenario of that name.</returns>
    public byte[]? OpeningOf(string name) => Named(name) is { } scenario ? _openings.GetOrAdd(name, _ => Lines(scenario)) : null;

    public static ScenarioSummary Summary(Scenario scenario) => new(
        scenario.Name,
        scenario.Title,
        scenario.Summary,
        scenario.States.Length,
        [.. scenario.Issues.Select(i => new IssueSummary(i.Id, i.Title, i.ShortTitle, i.Provisions.Length))]);

    private static byte[] Lines(Scenario scenario) =>
        [.. Negotiation.Decide(Negotiation.Unopened, Headless.Opening(scenario, SeedOfThePicture, run: 0)).Events
            .Select(e => Audience.See(Viewer.Public, e)).OfType<NegotiationEvent>()
            .SelectMany(e => NegotiationJson.Bytes(e).Append((byte)'\n'))];

    private Scenario? Read(string name)
    {
        var reading = library.Open(name);
        foreach (var fault in reading?.Faults ?? []) ServerLog.ScenarioHasFault(log, name, fault);
        return reading?.Scenario;
    }
}

internal static class ScenarioRegistration
{
    public static IServiceCollection AddScenarios(this IServiceCollection services) =>
        services.AddSingleton(_ => new ScenarioLibrary()).AddSingleton<ScenarioShelf>();
}
