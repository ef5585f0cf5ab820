using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

internal sealed class NegotiationHub(Door door, Relays relays, RoomCalls rooms) : Hub, INegotiationHub
{
    private const int LongestCommandId = 100;

    public async IAsyncEnumerable<EventPage> Watch(WatchRequest? request, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (request?.Negotiation is null) throw new HubException(Refusals.NoSuchNegotiation.Fact);
        if (request.From < 0) throw new HubException("A record is watched from 0 or from a position that was seen.");
        if (await door.Find(request.Negotiation, cancel) is null) throw new HubException(Refusals.NoSuchNegotiation.Fact);
        if (await door.Admit(request.Negotiation, request.Token) is not { } viewer) throw new HubException(Refusals.NotThisRoomsToken.Fact);

        await using var pages = relays.Watch(request.Negotiation, request.From, viewer, cancel).GetAsyncEnumerator(cancel);
        while (await Next(pages)) yield return pages.Current;
    }

    public async Task<SubmitReply> Submit(SubmitRequest? request)
    {
        var cancel = Context.ConnectionAborted;
        if (request?.Negotiation is null || await door.Find(request.Negotiation, cancel) is not { } head) return new(0, Refusals.NoSuchNegotiation);
        if (request.Token is null) return new(head.Position, Refusals.NoToken);
        if (await door.Admit(request.Negotiation, request.Token) is not { IsFacilitator: true }) return new(head.Position, Refusals.NotThisRoomsToken);
        if (request.CommandId is not { Length: > 0 and <= LongestCommandId } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return new(head.Position, Refusals.NoCommandId);

        if (request.Command is null) return new(head.Position, Refusals.NotUnderstood);
        NegotiationCommand command;
        try
        {
            command = NegotiationJson.Command(request.Command.Utf8.Span);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return new(head.Position, Refusals.NotUnderstood);
        }

        var reply = await rooms.Submit(request.Negotiation, id, command, CancellationToken.None);
        return new(reply.Outcome is Outcome.Done ? reply.Position : reply.Desk.Position, reply.Refusal);
    }

    private static async Task<bool> Next(IAsyncEnumerator<EventPage> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (PositionNotReachedException e)
        {
            throw new HubException(e.Message);
        }
    }
}
