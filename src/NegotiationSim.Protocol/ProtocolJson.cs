using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Protocol;

/// <summary>How the server and the screens write what they say to each other. Without reflection, so that it works in the browser.</summary>
public static class ProtocolJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>Sets up the options of a SignalR protocol or of an HTTP client, on either side.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, ProtocolJsonContext.Default);
        return options;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WatchRequest))]
[JsonSerializable(typeof(SubmitRequest))]
[JsonSerializable(typeof(SubmitReply))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(ImmutableArray<ScenarioSummary>))]
[JsonSerializable(typeof(OpenRequest))]
[JsonSerializable(typeof(OpenReply))]
[JsonSerializable(typeof(PaceRequest))]
[JsonSerializable(typeof(ImmutableArray<NegotiationSummary>))]
[JsonSerializable(typeof(NegotiationStanding))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
