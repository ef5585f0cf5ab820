using System.Text.Json;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Where two events differ.</summary>
internal static class Difference
{
    /// <summary>The first member that differs, in the order of the derived event; null when the canonical bytes are the same.</summary>
    public static (string Member, string? Recorded, string? Derived)? Between(NegotiationEvent recorded, NegotiationEvent derived)
    {
        var (a, b) = (NegotiationJson.Bytes(recorded), NegotiationJson.Bytes(derived));
        if (a.AsSpan().SequenceEqual(b)) return null;
        using var left = JsonDocument.Parse(a);
        using var right = JsonDocument.Parse(b);
        return First("event", left.RootElement, right.RootElement) ?? ("event", null, null);
    }

    /// <summary>What an event says at a member directly below it.</summary>
    public static string? Read(NegotiationEvent happened, string member)
    {
        using var document = JsonDocument.Parse(NegotiationJson.Bytes(happened));
        return document.RootElement.TryGetProperty(member["event.".Length..], out var value) ? Short(value) : null;
    }

    private static (string Member, string? Recorded, string? Derived)? First(string path, JsonElement a, JsonElement b)
    {
        if (a.ValueKind == JsonValueKind.Object && b.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in b.EnumerateObject())
            {
                var inner = $"{path}.{member.Name}";
                if (!a.TryGetProperty(member.Name, out var other)) return (inner, null, Short(member.Value));
                if (First(inner, other, member.Value) is { } difference) return difference;
            }
            foreach (var member in a.EnumerateObject())
                if (!b.TryGetProperty(member.Name, out _)) return ($"{path}.{member.Name}", Short(member.Value), null);
            return null;
        }
        if (a.ValueKind == JsonValueKind.Array && b.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < Math.Min(a.GetArrayLength(), b.GetArrayLength()); i++)
                if (First($"{path}[{i}]", a[i], b[i]) is { } difference) return difference;
            return a.GetArrayLength() == b.GetArrayLength() ? null : ($"{path}.length", $"{a.GetArrayLength()}", $"{b.GetArrayLength()}");
        }
        return a.GetRawText() == b.GetRawText() ? null : (path, Short(a), Short(b));
    }

    private static string Short(JsonElement value)
    {
        const int longest = 80;
        var text = value.GetRawText();
        return text.Length <= longest ? text : text[..longest] + "...";
    }
}
