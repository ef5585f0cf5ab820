using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>How much something counts, 0 to 1, held as an integer in units of 2^-15: salience, flexibility, trust, discipline.</summary>
/// <remarks>Rounded once, half to even, when it is made. 255 voices of full weight over the whole scale fit into 64 bits.
/// Source: decisions/0003-numbers-that-replay.md.</remarks>
[JsonConverter(typeof(WeightConverter))]
public readonly record struct Weight(int Units) : IComparable<Weight>
{
    /// <summary>Units in a full weight: 2^15.</summary>
    public const int One = 1 << 15;

    public static Weight None => new(0);

    public static Weight Full => new(One);

    /// <summary>The nearest weight to a share, half to even.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not a number from 0 to 1.</exception>
    public static Weight FromShare(double share) =>
        share is >= 0 and <= 1
            ? new((int)Math.Round(share * One, MidpointRounding.ToEven))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A weight lies between 0 and 1.");

    /// <summary>The weight as a share, 0 to 1.</summary>
    public double Share => (double)Units / One;

    public int CompareTo(Weight other) => Units.CompareTo(other.Units);

    public override string ToString() => Share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Writes a weight as its integer number of units, and refuses one outside 0 to 1.</summary>
public sealed class WeightConverter : JsonConverter<Weight>
{
    public override Weight Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt32() is >= 0 and <= Weight.One and var units ? new(units) : throw new JsonException("The weight is not between 0 and 1.");

    public override void Write(Utf8JsonWriter writer, Weight value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Units);
}
