using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NegotiationSim.Domain;

/// <summary>The one JSON form of the room's facts: in the journal, on the wire and in files.</summary>
public static class NegotiationJson
{
    /// <summary>Canonical: members in the order of their declaration, tables by key, no white space, absent members left out, unknown members refused.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The canonical bytes of an event.</summary>
    public static byte[] Bytes(NegotiationEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Events);

    /// <exception cref="JsonException">The bytes are not an event, or hold a member that events do not have.</exception>
    public static NegotiationEvent Event(ReadOnlySpan<byte> bytes) => Read(bytes, Events);

    public static byte[] Bytes(NegotiationCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Commands);

    /// <exception cref="JsonException">The bytes are not a command, or hold a member that commands do not have.</exception>
    public static NegotiationCommand Command(ReadOnlySpan<byte> bytes) => Read(bytes, Commands);

    /// <summary>SHA-256 over the canonical form of the room, in lower-case hexadecimal.</summary>
    public static string Digest(Negotiation room)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write)) JsonSerializer.Serialize(stream, room, Rooms);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static JsonTypeInfo<NegotiationEvent> Events { get; } = (JsonTypeInfo<NegotiationEvent>)Options.GetTypeInfo(typeof(NegotiationEvent));

    private static JsonTypeInfo<NegotiationCommand> Commands { get; } = (JsonTypeInfo<NegotiationCommand>)Options.GetTypeInfo(typeof(NegotiationCommand));

    private static JsonTypeInfo<Negotiation> Rooms { get; } = (JsonTypeInfo<Negotiation>)Options.GetTypeInfo(typeof(Negotiation));

    private static T Read<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("Nothing is said.");
        }
        catch (NotSupportedException)
        {
            // How the serializer answers when the member that names the kind is missing.
            throw new JsonException("The kind is missing.", "$.$t", null, null);
        }
    }

    private static JsonSerializerOptions Make() => new(NegotiationJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = NegotiationJsonContext.Default.WithAddedModifier(MayBeAbsent),
    };

    /// <summary>A member that is left out when it is null may be absent when it is read.</summary>
    private static void MayBeAbsent(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.AssociatedParameter is { IsNullable: true } || Nullable.GetUnderlyingType(member.PropertyType) is not null) member.IsRequired = false;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(NegotiationEvent))]
[JsonSerializable(typeof(NegotiationCommand))]
[JsonSerializable(typeof(Negotiation))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class NegotiationJsonContext : JsonSerializerContext;
