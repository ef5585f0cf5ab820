using NegotiationSim.Domain;
using NegotiationSim.Grains;
using Orleans.Runtime;

namespace NegotiationSim.Server;

/// <summary>Calls a room, and calls again when its silo was lost: with the same command id, so that nothing is done twice.</summary>
internal sealed class RoomCalls(IGrainFactory grains, ILogger<RoomCalls> log)
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 50, 200, 500, 1000, 2000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    public Task<Submitted> Open(string room, OpenRoom request, CancellationToken cancel) => Insist(room, r => r.Open(request), cancel);

    /// <summary>Hands in a facilitator's command; the co-facilitators look at the room at once when it was carried out.</summary>
    public async Task<Submitted> Submit(string room, string commandId, NegotiationCommand command, CancellationToken cancel)
    {
        var stamped = command with { By = Actor.Facilitator };
        var reply = await Insist(room, r => r.Submit(new($"facilitator/{commandId}", stamped)), cancel);
        if (reply.Outcome is Outcome.Done) await Wake(room, cancel);
        return reply;
    }

    public async Task<DeskReply> Desk(string room, Func<INegotiationGrain, Task<DeskReply>> change, CancellationToken cancel)
    {
        var reply = await Insist(room, change, cancel);
        if (reply.Refusal is null) await Wake(room, cancel);
        return reply;
    }

    public Task<DeskState> Desk(string room, CancellationToken cancel) => Insist(room, r => r.Desk(), cancel);

    // Lost, it does no harm: every silo looks after its running rooms every few seconds.
    private async Task Wake(string room, CancellationToken cancel)
    {
        try
        {
            await grains.GetGrain<ICoFacilitatorGrain>(room).Wake().WaitAsync(TimeSpan.FromSeconds(2), cancel);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            ServerLog.AskedAgain(log, room, e.Message);
        }
    }

    private async Task<T> Insist<T>(string room, Func<INegotiationGrain, Task<T>> call, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(grains.GetGrain<INegotiationGrain>(room));
            }
            catch (Exception e) when (attempt < Pauses.Length && e is StaleRoomException or TimeoutException or OrleansException)
            {
                ServerLog.AskedAgain(log, room, e.Message);
                await Task.Delay(Pauses[attempt], cancel);
            }
        }
    }
}
