using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace NegotiationSim.Grains;

public static class SiloRegistration
{
    /// <summary>Makes the process a silo that stands alone: on loopback, without a gateway. Rooms that were running go on.</summary>
    /// <remarks>The journal has to be registered before: what starts first stops last.</remarks>
    public static IHostApplicationBuilder AddNegotiationSilo(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiloOptions>().BindConfiguration(SiloOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var port = builder.Configuration.GetSection(SiloOptions.Section).Get<SiloOptions>()?.Port is > 0 and <= 65_535 and var configured ? configured : FreePort();
        return builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: port, gatewayPort: 0, serviceId: "negotiation-sim", clusterId: "negotiation-sim")
            .AddNegotiationRooms());
    }

    /// <summary>What every silo needs in order to hold rooms, however it finds the others.</summary>
    public static ISiloBuilder AddNegotiationRooms(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddRoomWire();
        silo.Services.AddOptions<RoomOptions>().BindConfiguration(RoomOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddHostedService<RunningRooms>();
        // Found out in seconds that a silo is gone, and not in minutes. Source: measurements of killed and of hung silos.
        silo.Services.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromSeconds(2));
        return silo;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
