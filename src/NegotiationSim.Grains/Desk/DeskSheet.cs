using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Grains;

/// <summary>What lies on a room's desk, in the same commit as the event that put it there and outside the record.</summary>
/// <param name="Scenario">Name of the scenario, for lists of rooms.</param>
/// <param name="TokenHash">Of the facilitator's token; empty when nobody holds one.</param>
/// <param name="Opened">Wall time of the opening.</param>
/// <param name="Clock">Room time at which the clock was stopped; null while it goes with the events.</param>
public sealed record DeskSheet(RoomStatus Status, Pace Pace, string Scenario, string TokenHash, DateTimeOffset Opened, RoomTime? Clock = null)
{
    /// <summary>Finds the desks of running rooms in the journal.</summary>
    public const string Running = "running";

    /// <summary>All words that a desk's status may have.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<RoomStatus>().Select(Word)];

    /// <exception cref="JsonException">The document is not a desk's.</exception>
    public static DeskSheet Read(Journal.Desk desk) =>
        JsonSerializer.Deserialize(desk.Document, DeskJson.Default.DeskSheet) ?? throw new JsonException("A desk may not be null.");

    /// <summary>What stands for a desk that was swept away: the room can be read and nothing more.</summary>
    /// <param name="room">The whole room, or what the public may see of it.</param>
    public static DeskSheet Swept(Negotiation room) =>
        new(room.IsClosed ? RoomStatus.Ended : RoomStatus.Paused, Pace.Live, room.Facts.Scenario, "", default);

    public Journal.Desk Write() => new(Word(Status), JsonSerializer.Serialize(this, DeskJson.Default.DeskSheet));

    private static string Word(RoomStatus status) => status switch
    {
        RoomStatus.Opened => "opened",
        RoomStatus.Running => Running,
        RoomStatus.Paused => "paused",
        RoomStatus.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskSheet))]
internal sealed partial class DeskJson : JsonSerializerContext;
