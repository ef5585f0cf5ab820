using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>Lets a request into a room, as the public or with the facilitator's token.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>Who asks, or what is answered instead.</summary>
    /// <param name="Head">Where the room's record stands; null when refused.</param>
    public sealed record Admission(Viewer Viewer, RoomHead? Head, ProblemHttpResult? Refused);

    /// <summary>Anyone may look: without a token as the public.</summary>
    public static Task<Admission> Look(this Door door, HttpContext http, string room) => Admit(door, http, room, isTokenNeeded: false);

    /// <summary>Only the facilitator may act.</summary>
    public static Task<Admission> Act(this Door door, HttpContext http, string room) => Admit(door, http, room, isTokenNeeded: true);

    private static async Task<Admission> Admit(Door door, HttpContext http, string room, bool isTokenNeeded)
    {
        if (await door.Find(room, http.RequestAborted) is not { } head) return Refuse(StatusCodes.Status404NotFound, Refusals.NoSuchNegotiation);

        var shown = http.Request.Headers.Authorization.ToString();
        if (shown.Length == 0 && !isTokenNeeded) return new(Viewer.Public, head, null);
        if (!shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || shown[Scheme.Length..].Trim() is not { Length: > 0 } token)
        {
            http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return Refuse(StatusCodes.Status401Unauthorized, Refusals.NoToken);
        }
        return await door.Admit(room, token) is { } viewer ? new(viewer, head, null) : Refuse(StatusCodes.Status403Forbidden, Refusals.NotThisRoomsToken);
    }

    private static Admission Refuse(int status, Refusal refusal) => new(Viewer.Public, null, refusal.Problem(status));
}
