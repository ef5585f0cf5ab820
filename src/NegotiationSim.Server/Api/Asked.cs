using System.Globalization;
using System.Text.Json;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>What people ask for at the API, read from what they sent.</summary>
internal static class Asked
{
    private const string SeedExpected = "must be a whole number from 0 to 18446744073709551615";

    /// <returns>Null when the body has faults.</returns>
    public static (Scenario Scenario, ulong Seed, Pace Pace)? Opening(AskedBody body, ScenarioShelf scenarios)
    {
        var scenario = body.Required("scenario", value => value.ValueKind is JsonValueKind.String ? scenarios.Named(value.GetString()!) : null,
            $"must be the name of a scenario: {string.Join(", ", scenarios.All.Select(s => s.Name))}");
        var seed = body.Required("seed", Seed, SeedExpected);
        var pace = PaceOf(body);
        return body.HasFaults ? null : (scenario!, seed!.Value, pace!.Value);
    }

    /// <returns>Null, with a fault noted, when there is no pace.</returns>
    public static Boxed<Pace>? PaceOf(AskedBody body) => body.Required("pace", Pace, PaceConverter.Expected);

    private static Boxed<Pace>? Pace(JsonElement value)
    {
        try
        {
            return new(value.Deserialize<Pace>(ProtocolJson.Options));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Programs whose numbers are doubles send large seeds as text.
    private static Boxed<ulong>? Seed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetUInt64(out var seed) => new(seed),
        JsonValueKind.String when ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => new(seed),
        _ => null,
    };

    internal sealed record Boxed<T>(T Value);
}
