using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>A place on a ladder from its left end (0) to its right end (1), held as an integer in units of 2^-40.</summary>
/// <remarks>Integer sums are associative: no partition over grains and no order of arrival changes a result.
/// In files a position is its number of units. Source: decisions/0003-numbers-that-replay.md.</remarks>
[JsonConverter(typeof(PositionConverter))]
public readonly record struct Position(long Units) : IComparable<Position>
{
    /// <summary>Units in the whole ladder: 2^40.</summary>
    public const long One = 1L << 40;

    public static Position Left => new(0);

    public static Position Right => new(One);

    /// <summary>The nearest position to a share of the scale, half to even.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not a number from 0 to 1.</exception>
    public static Position FromShare(double share) =>
        share is >= 0 and <= 1
            ? new((long)Math.Round(share * One, MidpointRounding.ToEven))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A position lies between 0 and 1.");

    /// <summary>The place as a share of the scale, 0 to 1. For people and pictures; never summed.</summary>
    public double Share => (double)Units / One;

    /// <summary>The nearest place on the ladder: what lies outside is brought to the end.</summary>
    public static Position Clamp(long units) => new(Math.Clamp(units, 0, One));

    public int CompareTo(Position other) => Units.CompareTo(other.Units);

    public override string ToString() => Share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Writes a position as its integer number of units, and refuses one off the scale.</summary>
public sealed class PositionConverter : JsonConverter<Position>
{
    public override Position Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt64() is >= 0 and <= Position.One and var units ? new(units) : throw new JsonException("The position is off the scale.");

    public override void Write(Utf8JsonWriter writer, Position value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Units);
}
