using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationSim.Domain;

namespace NegotiationSim.Protocol;

/// <summary>The events of a page as their canonical JSON: encoded once for all who see the same, and parsed by whoever folds them.</summary>
/// <remarks>[{"position":n,"event":{...}}, ...]</remarks>
[JsonConverter(typeof(PageEventsConverter))]
public sealed class PageEvents(RawJson json)
{
    public static PageEvents None { get; } = new(new RawJson("[]"u8.ToArray()));

    public RawJson Json { get; } = json;

    public bool IsEmpty => Json.Utf8.Length <= 2;

    /// <exception cref="JsonException">The bytes are no events of this version.</exception>
    public IReadOnlyList<SeenEvent> Read()
    {
        if (IsEmpty) return [];
        using var page = JsonDocument.Parse(Json.Utf8);
        var events = new List<SeenEvent>(page.RootElement.GetArrayLength());
        foreach (var line in page.RootElement.EnumerateArray())
            events.Add(new(
                line.GetProperty("position"u8).GetInt64(),
                NegotiationJson.Event(JsonMarshal.GetRawUtf8Value(line.GetProperty("event"u8)))));
        return events;
    }

    public override string ToString() => Encoding.UTF8.GetString(Json.Utf8.Span);
}

public sealed class PageEventsConverter : JsonConverter<PageEvents>
{
    private static readonly RawJsonConverter Raw = new();

    public override PageEvents Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.StartArray
            ? new(Raw.Read(ref reader, typeof(RawJson), options))
            : throw new JsonException("A page's events are an array.");

    public override void Write(Utf8JsonWriter writer, PageEvents value, JsonSerializerOptions options) => Raw.Write(writer, value.Json, options);
}
