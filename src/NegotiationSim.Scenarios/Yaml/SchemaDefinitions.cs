using System.Text.Json.Nodes;

namespace NegotiationSim.Scenarios;

/// <summary>The definitions of a JSON Schema: each sheet is described once and referred to by name.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> _definitions = new(StringComparer.Ordinal);

    public JsonObject Refer(Type type, Func<JsonObject> describe)
    {
        var name = Form.Camel(type.Name.EndsWith("Sheet", StringComparison.Ordinal) ? type.Name[..^"Sheet".Length] : type.Name);
        if (_definitions.TryAdd(name, null)) _definitions[name] = describe();
        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    public JsonObject ToJson() => new(_definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
}
