using System.Collections.Immutable;
using NegotiationSim.Domain;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Benchmarks;

/// <summary>The negotiation that is measured: Security Council reform in the 70th session with seed 7.</summary>
internal static class Negotiations
{
    public const ulong Seed = 7;

    public static Scenario Scenario { get; } = new ScenarioLibrary().Open("security-council-reform-70")?.Scenario
        ?? throw new InvalidOperationException("security-council-reform-70 has faults.");

    /// <summary>Its whole record.</summary>
    public static ImmutableArray<NegotiationEvent> Record { get; } = [.. Headless.Play(Scenario, Seed, run: 0).SelectMany(batch => batch)];
}
