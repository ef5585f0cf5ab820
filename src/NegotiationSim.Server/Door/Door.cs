using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>Who comes in, and as whom. Only the token decides; what a browser says about itself is not looked at.</summary>
internal sealed class Door(IGrainFactory grains, IJournal journal)
{
    /// <summary>Names of rooms are given by this server; nothing else reaches a grain or the journal.</summary>
    private const int LongestRoomName = 40;

    /// <returns>Null when there is no such room.</returns>
    public async Task<RoomHead?> Find(string room, CancellationToken cancel) =>
        room.Length is > 0 and <= LongestRoomName && room.All(char.IsAsciiLetterOrDigit) ? await journal.Head(room, cancel) : null;

    /// <summary>The viewer that a token makes of its bearer in a room that exists.</summary>
    /// <param name="token">Null for the public.</param>
    /// <returns>Null when the token is not this room's.</returns>
    public async Task<Viewer?> Admit(string room, string? token)
    {
        if (token is null) return Viewer.Public;
        return await grains.GetGrain<INegotiationGrain>(room).Admits(new(FacilitatorToken.Hash(token))) ? Viewer.Facilitator : null;
    }
}

internal static class DoorRegistration
{
    public static IServiceCollection AddDoor(this IServiceCollection services) => services.AddSingleton<Door>().AddSingleton<RoomCalls>();
}
