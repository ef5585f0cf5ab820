using System.Collections.Immutable;

namespace NegotiationSim.Scenarios;

/// <summary>Where something is written.</summary>
internal readonly record struct Place(string File, int Line, string Member)
{
    public Place Under(string key) => this with { Member = Member.Length == 0 ? key : $"{Member}.{key}" };
}

/// <summary>A value and where it is written.</summary>
internal sealed record Placed<T>(T Value, Place Place);

/// <summary>Collects all faults of a reading, so that they can be told at once.</summary>
internal sealed class Faults
{
    private readonly HashSet<ScenarioFault> _faults = [];

    public bool Any => _faults.Count > 0;

    public void Add(Place place, string message) => _faults.Add(new(place.File, place.Line, place.Member, message));

    public ImmutableArray<ScenarioFault> InOrder() =>
        [.. _faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Member, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)];
}
