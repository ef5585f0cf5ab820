using Microsoft.AspNetCore.SignalR.Client;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server.Tests;

/// <summary>Follows a room page by page, and holds every page to it that it goes on where the last one stopped.</summary>
internal static class Watching
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static IAsyncEnumerable<EventPage> Watch(this HubConnection hub, string room, long from, string? token, CancellationToken cancel) =>
        hub.StreamAsync<EventPage>(nameof(INegotiationHub.Watch), new WatchRequest(room, from, token), cancel);

    public static Task<SubmitReply> Submit(this HubConnection hub, string room, string token, string commandId, NegotiationCommand command) =>
        hub.InvokeAsync<SubmitReply>(nameof(INegotiationHub.Submit), SubmitRequest.Of(room, token, commandId, command));

    /// <summary>All that comes until the room has ended.</summary>
    public static Task<(long Position, string Event)[]> ToTheEnd(this IAsyncEnumerable<EventPage> pages, long from) =>
        pages.Until(from, page => page.Desk.Status is RoomStatus.Ended && page.To == page.Head);

    /// <summary>All that comes up to the first page that will do.</summary>
    public static async Task<(long Position, string Event)[]> Until(this IAsyncEnumerable<EventPage> pages, long from, Func<EventPage, bool> willDo)
    {
        var seen = new List<(long, string)>();
        using var limit = new CancellationTokenSource(Limit);
        await foreach (var page in pages.WithCancellation(limit.Token))
        {
            Assert.Equal(from, page.From);
            Assert.InRange(page.To, page.From, page.Head);
            foreach (var happened in page.Events.Read())
            {
                Assert.InRange(happened.Position, from + 1, page.To);
                seen.Add((happened.Position, Expected.Text(happened.Event)));
                from = happened.Position;
            }
            from = page.To;
            if (willDo(page)) return [.. seen];
        }
        throw new InvalidOperationException($"The stream ended at position {from}.");
    }
}
