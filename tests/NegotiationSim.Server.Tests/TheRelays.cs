using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Journal;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace NegotiationSim.Server.Tests;

/// <summary>Relays on two silos follow the same room: every watcher sees the same, whichever silo it is connected to and whichever is lost.</summary>
public sealed class TheRelays
{
    private const string Room = "room";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Watchers_on_two_silos_see_the_same_also_when_the_rooms_silo_dies(bool dies)
    {
        var record = Expected.Record(Expected.FirstContact, 7);
        var (journal, cluster) = await TwoSilos();
        await using var _ = cluster;
        var survivor = cluster.Silos[1].ServiceProvider;
        var here = RelaysOf(cluster.Client, survivor, journal);
        var there = RelaysOf(cluster.Silos[dies ? 1 : 0].ServiceProvider.GetRequiredService<IGrainFactory>(), survivor, journal);
        var grains = cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        var room = grains.GetGrain<INegotiationGrain>(Room);
        await room.Open(new(Headless.Opening(new ScenarioLibrary().Open(Expected.FirstContact)!.Scenario!, 7, 0), Pace.TryOf(20_000, out var pace) ? pace : Pace.Live, ""));

        var watchers = new[] { here, there }
            .SelectMany(relays => new[] { Viewer.Public, Viewer.Facilitator }.Select(viewer => relays.Watch(Room, 0, viewer, default).ToTheEnd(0)))
            .ToList();
        await room.Start();
        await grains.GetGrain<ICoFacilitatorGrain>(Room).Wake();
        await here.Watch(Room, 0, Viewer.Public, default).Until(0, page => page.To > record.Length / 3);
        if (dies) await cluster.KillSiloAsync(cluster.Silos[0]);
        await cluster.Client.GetGrain<INegotiationGrain>(Room).Insist(r => r.SetPace(new(Pace.Fast)));
        await cluster.Client.GetGrain<ICoFacilitatorGrain>(Room).Wake();

        var everything = record.Select((e, i) => (i + 1L, Expected.Text(e))).ToArray();
        foreach (var (seen, i) in (await Task.WhenAll(watchers)).Select((seen, i) => (seen, i)))
            Assert.Equal(i % 2 == 0 ? Expected.Public(record) : everything, seen);
        Assert.Equal(Expected.Public(record), await there.Watch(Room, 0, Viewer.Public, default).ToTheEnd(0));
    }

    [Fact]
    public async Task A_watcher_that_takes_its_time_misses_nothing()
    {
        var (journal, cluster) = await TwoSilos();
        await using var _ = cluster;
        var services = cluster.Silos[0].ServiceProvider;
        var relays = RelaysOf(cluster.Client, services, journal);
        var room = cluster.Client.GetGrain<INegotiationGrain>(Room);
        await room.Open(new(Headless.Opening(new ScenarioLibrary().Open(Expected.FirstContact)!.Scenario!, 7, 0), Pace.Fast, ""));

        await using var slow = relays.Watch(Room, 0, Viewer.Public, default).GetAsyncEnumerator();
        Assert.True(await slow.MoveNextAsync());
        var first = slow.Current;
        await room.Start();
        await cluster.Client.GetGrain<ICoFacilitatorGrain>(Room).Wake();
        await relays.Watch(Room, 0, Viewer.Public, default).ToTheEnd(0);

        var rest = await Rest(slow).ToTheEnd(first.To);
        Assert.Equal(
            Expected.Public(Expected.Record(Expected.FirstContact, 7)),
            first.Events.Read().Select(e => (e.Position, Expected.Text(e.Event))).Concat(rest));
    }

    private static async IAsyncEnumerable<Protocol.EventPage> Rest(IAsyncEnumerator<Protocol.EventPage> pages)
    {
        while (await pages.MoveNextAsync()) yield return pages.Current;
    }

    private static async Task<(IJournal Journal, InProcessTestCluster Cluster)> TwoSilos()
    {
        IJournal journal = new MemoryJournal();
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureHost(host => host.Services.AddSingleton(journal));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddNegotiationRooms();
            silo.Services.Configure<RoomOptions>(rooms => rooms.LookAfterRoomsEverySeconds = 0.2);
            silo.Services.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromSeconds(1));
        });
        builder.ConfigureClient(client => client.Services.AddRoomWire());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return (journal, cluster);
    }

    private static Relays RelaysOf(IGrainFactory grains, IServiceProvider services, IJournal journal) =>
        new(grains, new Lines(journal), TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>(), NullLogger<Relay>.Instance);
}

internal static class Insisting
{
    public static async Task<T> Insist<T>(this INegotiationGrain room, Func<INegotiationGrain, Task<T>> call)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(room);
            }
            catch (Exception e) when (attempt < 40 && e is OrleansException or TimeoutException or StaleRoomException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
