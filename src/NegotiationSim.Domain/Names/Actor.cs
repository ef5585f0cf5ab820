using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>Who acts: the co-facilitators as led by the model, the facilitator of the workshop, or a delegation.</summary>
/// <remarks>In files: co-facilitators, facilitator, or the ISO3 code of the delegation.</remarks>
[JsonConverter(typeof(ActorConverter))]
public readonly record struct Actor(string Value)
{
    public static Actor CoFacilitators => new("co-facilitators");

    public static Actor Facilitator => new("facilitator");

    public static Actor For(DelegationId delegation) => new(delegation.Value);

    public bool IsCoFacilitators => this == CoFacilitators;

    public bool IsFacilitator => this == Facilitator;

    /// <summary>The delegation that acts; null when it is a facilitator of either kind.</summary>
    public DelegationId? Delegation => IsCoFacilitators || IsFacilitator ? null : new DelegationId(Value);

    public override string ToString() => Value;
}

public sealed class ActorConverter : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } word ? new(word) : throw new JsonException("Nobody acts here.");

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
