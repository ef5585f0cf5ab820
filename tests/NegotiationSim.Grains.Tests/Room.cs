using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Grains.Tests;

/// <summary>Rooms to test with, and the records that they must write.</summary>
internal static class Room
{
    public const string Name = "room";

    private static readonly ScenarioLibrary Library = new();

    public static Scenario FirstContact { get; } = Read("first-contact");

    public static Scenario CouncilReform => field ??= Read("security-council-reform-70");

    /// <summary>The record that the scenario and the seed write without a cluster.</summary>
    public static byte[][] Headless(Scenario scenario, ulong seed) =>
        [.. Simulation.Headless.Play(scenario, seed, run: 0).SelectMany(batch => batch).Select(NegotiationJson.Bytes)];

    public static OpenRoom Opening(Scenario scenario, ulong seed, Pace pace, string tokenHash = "") =>
        new(Simulation.Headless.Opening(scenario, seed, run: 0), pace, tokenHash);

    public static async Task<byte[][]> Record(this IJournal journal, string room = Name)
    {
        var events = new List<byte[]>();
        await foreach (var page in journal.ReadToEnd(room)) events.AddRange(page.Events.Select(e => e.Canonical.ToArray()));
        return [.. events];
    }

    /// <summary>Opens a room and sets it going, as the server does.</summary>
    public static async Task<INegotiationGrain> Set(this IGrainFactory grains, Scenario scenario, ulong seed, Pace pace, string room = Name)
    {
        var grain = grains.GetGrain<INegotiationGrain>(room);
        Assert.Equal(Outcome.Done, (await grain.Open(Opening(scenario, seed, pace))).Outcome);
        Assert.Null((await grain.Start()).Refusal);
        await grains.GetGrain<ICoFacilitatorGrain>(room).Wake();
        return grain;
    }

    /// <summary>Waits until the room has come so far.</summary>
    /// <param name="limit">Wall time after which the test fails; a minute when null.</param>
    public static async Task<DeskState> Until(this IGrainFactory grains, Func<DeskState, bool> hasCome, TimeSpan? limit = null, string room = Name)
    {
        using var enough = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(60));
        DeskState? desk = null;
        while (!enough.IsCancellationRequested)
        {
            try
            {
                var page = await grains.GetGrain<INegotiationGrain>(room)
                    .ReadAfter(new(desk?.Position ?? 0, desk?.Version ?? 0, TimeSpan.FromMilliseconds(200))).WaitAsync(enough.Token);
                desk = page.Desk;
                if (hasCome(desk)) return desk;
            }
            catch (Exception e) when (e is Orleans.Runtime.OrleansException or TimeoutException or StaleRoomException)
            {
                // Its silo was lost; the next call finds it elsewhere.
                desk = null;
            }
        }
        throw new TimeoutException($"The room did not come so far; it stands at {desk}.");
    }

    public static Task<DeskState> UntilItEnds(this IGrainFactory grains, TimeSpan? limit = null) => grains.Until(d => d.Status is RoomStatus.Ended, limit);

    /// <summary>Asks again, as the server does, while the stale activation is on its way out.</summary>
    public static async Task<T> Insist<T>(Func<Task<T>> call)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (StaleRoomException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static Scenario Read(string name) => Library.Open(name)?.Scenario ?? throw new InvalidOperationException($"The scenario {name} has faults.");
}
