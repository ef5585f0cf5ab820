using System.Collections.Concurrent;
using System.Collections.Immutable;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;
using NegotiationSim.Scenarios;

namespace NegotiationSim.Server;

/// <summary>The scenarios that came with the build, each read once.</summary>
internal sealed class ScenarioShelf(ScenarioLibrary library, ILogger<ScenarioShelf> log)
{
    private readonly ConcurrentDictionary<string, Scenario?> _read = new();

    /// <summary>In the order of their names. A scenario with faults is not offered.</summary>
    public ImmutableArray<Scenario> All => [.. library.Names().Select(Named).OfType<Scenario>()];

    /// <returns>Null when there is no sound scenario of that name.</returns>
    public Scenario? Named(string name) => library.Names().Contains(name) ? _read.GetOrAdd(name, Read) : null;

    public static ScenarioSummary Summary(Scenario scenario) => new(
        scenario.Name,
        scenario.Title,
        scenario.Summary,
        scenario.States.Length,
        [.. scenario.Issues.Select(i => new IssueSummary(i.Id, i.Title, i.ShortTitle, i.Provisions.Length))]);

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
