using System.Collections.Concurrent;
using System.Collections.Immutable;
using NegotiationSim.Domain;
using NegotiationSim.Scenarios;

namespace NegotiationSim.Simulation.Tests;

/// <summary>Negotiations played to their end, each once for all tests.</summary>
internal static class APlayedNegotiation
{
    private static readonly ConcurrentDictionary<(string, ulong), Lazy<ImmutableArray<ImmutableArray<NegotiationEvent>>>> Played = new();

    public static Scenario FirstContact { get; } = Read("first-contact");

    public static Scenario SecurityCouncilReform { get; } = Read("security-council-reform-70");

    public static ImmutableArray<ImmutableArray<NegotiationEvent>> Batches(Scenario scenario, ulong seed) =>
        Played.GetOrAdd((scenario.Name, seed), _ => new(() => [.. Headless.Play(scenario, seed, 0)])).Value;

    public static ImmutableArray<NegotiationEvent> Record(Scenario scenario, ulong seed) => [.. Batches(scenario, seed).SelectMany(b => b)];

    public static Negotiation Room(IEnumerable<NegotiationEvent> record) => Negotiation.Replay(Negotiation.Unopened, record);

    private static Scenario Read(string name) => new ScenarioLibrary().Open(name) is { } reading && reading.IsSound
        ? reading.Scenario
        : throw new InvalidOperationException($"The scenario {name} is not sound.");
}
