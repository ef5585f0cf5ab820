using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>The room's own time: the clock on the wall of the conference room, in whole seconds, without a zone.</summary>
/// <remarks>The programme of work and the conductor move it; the wall's time stands beside the event in the journal.</remarks>
[JsonConverter(typeof(RoomTimeConverter))]
public readonly record struct RoomTime(long Seconds) : IComparable<RoomTime>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    public static RoomTime Of(DateOnly day, TimeOnly time) => new(day.ToDateTime(time).Ticks / TimeSpan.TicksPerSecond);

    public static bool TryParse(string? text, out RoomTime time)
    {
        var read = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        time = new(moment.Ticks / TimeSpan.TicksPerSecond);
        return read;
    }

    public DateOnly Day => DateOnly.FromDateTime(Moment);

    public TimeOnly TimeOfDay => TimeOnly.FromDateTime(Moment);

    public static RoomTime operator +(RoomTime time, TimeSpan span) => new(time.Seconds + (long)span.TotalSeconds);

    public static TimeSpan operator -(RoomTime later, RoomTime earlier) => TimeSpan.FromSeconds(later.Seconds - earlier.Seconds);

    public static bool operator <(RoomTime a, RoomTime b) => a.Seconds < b.Seconds;

    public static bool operator >(RoomTime a, RoomTime b) => a.Seconds > b.Seconds;

    public static bool operator <=(RoomTime a, RoomTime b) => a.Seconds <= b.Seconds;

    public static bool operator >=(RoomTime a, RoomTime b) => a.Seconds >= b.Seconds;

    public static RoomTime Later(RoomTime a, RoomTime b) => a > b ? a : b;

    public int CompareTo(RoomTime other) => Seconds.CompareTo(other.Seconds);

    public override string ToString() => Moment.ToString(Format, CultureInfo.InvariantCulture);

    private DateTime Moment => new(Seconds * TimeSpan.TicksPerSecond);
}

/// <summary>Writes room time as 2016-02-03T10:00:00.</summary>
public sealed class RoomTimeConverter : JsonConverter<RoomTime>
{
    public override RoomTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RoomTime.TryParse(reader.GetString(), out var time) ? time : throw new JsonException($"Room time is written {RoomTime.Format}.");

    public override void Write(Utf8JsonWriter writer, RoomTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
