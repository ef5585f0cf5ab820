using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>How many seconds of room time pass in a second of wall time: live is 1, fast waits for nothing.</summary>
/// <remarks>Lies on the desk beside the room; no record knows it. In files and on the wire: "live", "fast" or a number.</remarks>
[JsonConverter(typeof(PaceConverter))]
public readonly record struct Pace
{
    public const double Slowest = 0.001;

    public const double Quickest = 1_000_000;

    private readonly double _rate;

    private Pace(double rate) => _rate = rate;

    public static Pace Live { get; } = new(1);

    public static Pace Fast { get; } = new(double.PositiveInfinity);

    /// <param name="rate">Room seconds a wall second, from <see cref="Slowest"/> to <see cref="Quickest"/>.</param>
    /// <param name="pace">Live when the rate is out of range.</param>
    public static bool TryOf(double rate, out Pace pace)
    {
        var fits = rate is >= Slowest and <= Quickest;
        pace = fits ? new(rate) : Live;
        return fits;
    }

    public bool IsFast => double.IsPositiveInfinity(_rate);

    /// <summary>Room seconds a wall second; positive infinity when fast. A pace that nobody has set is live.</summary>
    public double Rate => _rate == 0 ? 1 : _rate;

    /// <summary>Wall time in which this much room time passes; zero when fast.</summary>
    public TimeSpan OnTheWall(TimeSpan roomTime) => IsFast ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(roomTime.TotalSeconds / Rate, TimeSpan.FromDays(365).TotalSeconds));

    /// <summary>Room time that passes in this much wall time; unlimited when fast.</summary>
    public TimeSpan InTheRoom(TimeSpan wallTime) => IsFast ? TimeSpan.MaxValue : TimeSpan.FromSeconds(Math.Min(wallTime.TotalSeconds * Rate, TimeSpan.FromDays(36_500).TotalSeconds));

    public override string ToString() => this switch
    {
        { IsFast: true } => "fast",
        { Rate: 1 } => "live",
        _ => Rate.ToString(CultureInfo.InvariantCulture),
    };
}

public sealed class PaceConverter : JsonConverter<Pace>
{
    public const string Expected = "must be \"live\", \"fast\" or a number from 0.001 to 1000000: room seconds a wall second";

    public override Pace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueTextEquals("live"u8) => Pace.Live,
        JsonTokenType.String when reader.ValueTextEquals("fast"u8) => Pace.Fast,
        JsonTokenType.Number when reader.TryGetDouble(out var rate) && Pace.TryOf(rate, out var pace) => pace,
        _ => throw new JsonException($"The pace {Expected}."),
    };

    public override void Write(Utf8JsonWriter writer, Pace value, JsonSerializerOptions options)
    {
        if (value.IsFast) writer.WriteStringValue("fast"u8);
        else if (value.Rate == 1) writer.WriteStringValue("live"u8);
        else writer.WriteNumberValue(value.Rate);
    }
}
