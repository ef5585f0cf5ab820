using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NegotiationSim.Journal;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace NegotiationSim.Grains.Tests;

/// <summary>Silos of this process that share one journal, as silos share a database.</summary>
internal sealed class ACluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private ACluster(InProcessTestCluster cluster, IJournal journal) => (_cluster, Journal) = (cluster, journal);

    public IJournal Journal { get; }

    public IGrainFactory Grains => _cluster.Client;

    /// <param name="wall">What the silos take the time from; the system's clock when null.</param>
    public static async Task<ACluster> Of(short silos, IJournal? journal = null, TimeProvider? wall = null)
    {
        var memory = journal ?? new MemoryJournal();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureHost(host =>
        {
            host.Services.AddSingleton(memory);
            if (wall is not null) host.Services.Replace(ServiceDescriptor.Singleton(wall));
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddNegotiationRooms();
            silo.Services.Configure<RoomOptions>(rooms => rooms.LookAfterRoomsEverySeconds = 0.2);
            silo.Services.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromSeconds(1));
            if (wall is not null) silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
        });
        builder.ConfigureClient(client => client.Services.AddRoomWire());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, memory);
    }

    /// <summary>The grains as code on one of the silos sees them.</summary>
    public IGrainFactory From(int silo) => _cluster.Silos[silo].ServiceProvider.GetRequiredService<IGrainFactory>();

    public async Task<SiloAddress> Holder(IAddressable grain) =>
        await Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(grain) ?? throw new InvalidOperationException("The grain is nowhere.");

    /// <summary>Ends a silo as a crash does, without a word to the others.</summary>
    public Task Kill(SiloAddress address) => _cluster.KillSiloAsync(_cluster.Silos.Single(s => s.SiloAddress.Equals(address)));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
