using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>What came of reading a scenario: the scenario, or everything that is wrong with it.</summary>
/// <param name="Scenario">Null when there is a fault.</param>
/// <param name="Faults">By file and line; empty when there is a scenario.</param>
public sealed record ScenarioReading(Scenario? Scenario, ImmutableArray<ScenarioFault> Faults)
{
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool IsSound => Scenario is not null;
}
