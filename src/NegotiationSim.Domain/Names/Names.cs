using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>A word that names one thing in the room. Written as that word in every file.</summary>
public interface IName<TSelf> where TSelf : struct, IName<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

/// <summary>A delegation, named by the ISO 3166-1 alpha-3 code of its State: KEN.</summary>
[JsonConverter(typeof(NameConverter<DelegationId>))]
public readonly record struct DelegationId(string Value) : IName<DelegationId>, IComparable<DelegationId>
{
    public static DelegationId Of(string value) => new(value);

    public int CompareTo(DelegationId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>A group of States, named by its code in the seeds: AFRICA, UFC.</summary>
[JsonConverter(typeof(NameConverter<GroupId>))]
public readonly record struct GroupId(string Value) : IName<GroupId>, IComparable<GroupId>
{
    public static GroupId Of(string value) => new(value);

    public int CompareTo(GroupId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>A key issue: VET.</summary>
[JsonConverter(typeof(NameConverter<IssueId>))]
public readonly record struct IssueId(string Value) : IName<IssueId>, IComparable<IssueId>
{
    public static IssueId Of(string value) => new(value);

    public int CompareTo(IssueId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>A provision of an issue: VET.2.</summary>
[JsonConverter(typeof(NameConverter<ProvisionId>))]
public readonly record struct ProvisionId(string Value) : IName<ProvisionId>, IComparable<ProvisionId>
{
    public static ProvisionId Of(string value) => new(value);

    public int CompareTo(ProvisionId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>An alternative of the draft text, numbered within its provision in the order of appearance: VET.2/3. Never used twice.</summary>
[JsonConverter(typeof(NameConverter<AlternativeId>))]
public readonly record struct AlternativeId(string Value) : IName<AlternativeId>, IComparable<AlternativeId>
{
    public static AlternativeId Of(string value) => new(value);

    public static AlternativeId Of(ProvisionId provision, int number) => new($"{provision}/{number}");

    public int CompareTo(AlternativeId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>Writes a name as its word, as a value and as the key of a table. The empty word is refused.</summary>
public sealed class NameConverter<TName> : JsonConverter<TName> where TName : struct, IName<TName>
{
    public override TName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TName ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] TName value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    private static TName Parse(string? word) =>
        string.IsNullOrWhiteSpace(word) ? throw new JsonException("A name may not be empty.") : TName.Of(word);
}
