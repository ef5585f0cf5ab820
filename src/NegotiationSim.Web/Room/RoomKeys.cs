namespace NegotiationSim.Web;

/// <summary>The facilitator's tokens of the rooms that this browser opened. They stay in the browser.</summary>
public sealed class RoomKeys(Browser browser)
{
    /// <summary>Null when this browser did not open the room.</summary>
    public Task<string?> Of(string room) => browser.Recall(Key(room));

    public Task Keep(string room, string token) => browser.Remember(Key(room), token);

    private static string Key(string room) => $"room:{room}:token";
}
