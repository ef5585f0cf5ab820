using System.ComponentModel.DataAnnotations;

namespace NegotiationSim.Grains;

/// <summary>How rooms are kept going. Section "Rooms" of the configuration.</summary>
public sealed class RoomOptions
{
    public const string Section = "Rooms";

    /// <summary>Every how many seconds a silo looks for running rooms that nobody conducts. The default is 5.</summary>
    [Range(0.1, 300, ErrorMessage = "Rooms:LookAfterRoomsEverySeconds must be 0.1 to 300.")]
    public double LookAfterRoomsEverySeconds { get; set; } = 5;
}
