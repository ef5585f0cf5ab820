using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>Whether a room's clock runs. Lies on the desk beside the room; no record knows it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoomStatus>))]
public enum RoomStatus
{
    /// <summary>The opening is recorded; nobody has started the clock.</summary>
    [JsonStringEnumMemberName("opened")]
    Opened,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>The programme is carried out.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
