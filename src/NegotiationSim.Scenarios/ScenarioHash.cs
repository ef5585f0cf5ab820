using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Fingerprints what a scenario says, for manifests.</summary>
public static class ScenarioHash
{
    private static readonly JsonSerializerOptions Canonical = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>SHA-256 of the resolved scenario, in lowercase hexadecimal.</summary>
    /// <remarks>Two files that say the same have the same hash: comments, spaces and the order of members do not count,
    /// and seeds count as far as the scenario takes them up.</remarks>
    public static string Of(Scenario scenario) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(scenario, Canonical)));
}
