using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>How far one side trusts another, 0 to 1, held as an integer in units of 2^-30.</summary>
/// <remarks>Finer than a <see cref="Weight"/>, because trust is a stock: it moves by small steps each round, and a step must not vanish in the rounding.
/// A voice's weight takes it at the coarser grain, see <see cref="ToWeight"/>. Source: decisions/0003-numbers-that-replay.md.</remarks>
[JsonConverter(typeof(TrustConverter))]
public readonly record struct Trust(int Units) : IComparable<Trust>
{
    /// <summary>Units in full trust: 2^30.</summary>
    public const int One = 1 << 30;

    public static Trust None => new(0);

    public static Trust Full => new(One);

    /// <summary>The same trust exactly: every weight is a whole number of trust's units.</summary>
    public static Trust FromWeight(Weight weight) => new(weight.Units * (One / Weight.One));

    /// <summary>The nearest trust to a share, half to even.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not a number from 0 to 1.</exception>
    public static Trust FromShare(double share) =>
        share is >= 0 and <= 1
            ? new((int)Math.Round(share * One, MidpointRounding.ToEven))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "Trust lies between 0 and 1.");

    /// <summary>The trust as a share, 0 to 1, exactly.</summary>
    public double Share => (double)Units / One;

    /// <summary>The nearest weight, half to even: up to 2^-16 away.</summary>
    public Weight ToWeight() => Weight.FromShare(Share);

    /// <summary>The nearest trust: what lies outside is brought to the end.</summary>
    public static Trust Clamp(long units) => new((int)Math.Clamp(units, 0, One));

    public int CompareTo(Trust other) => Units.CompareTo(other.Units);

    public override string ToString() => Share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Writes trust as its integer number of units, and refuses one outside 0 to 1.</summary>
public sealed class TrustConverter : JsonConverter<Trust>
{
    public override Trust Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt32() is >= 0 and <= Trust.One and var units ? new(units) : throw new JsonException("The trust is not between 0 and 1.");

    public override void Write(Utf8JsonWriter writer, Trust value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Units);
}
