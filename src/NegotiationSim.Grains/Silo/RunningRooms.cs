using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NegotiationSim.Journal;

namespace NegotiationSim.Grains;

/// <summary>Wakes the co-facilitators of all rooms that should be running, at the start and then every few seconds: a room whose silo was lost goes on by itself.</summary>
internal sealed class RunningRooms(IGrainFactory grains, IJournal journal, IOptions<RoomOptions> options, ILogger<RunningRooms> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookAfterRoomsEverySeconds));
        try
        {
            do
            {
                try
                {
                    var running = await journal.Desks(DeskSheet.Running, stoppingToken);
                    // All at once: one that is on a lost silo does not hold up the others.
                    await Task.WhenAll(running.Select(room => grains.GetGrain<ICoFacilitatorGrain>(room.Room).Wake())).WaitAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    GrainsLog.SweepFailed(log, e.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo is leaving; another one looks after the rooms.
        }
    }
}
