using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

internal static class HubRegistration
{
    public static IServiceCollection AddNegotiationHub(this IServiceCollection services)
    {
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = Listening.LargestRequest;
                hub.MaximumParallelInvocationsPerClient = 4;
            })
            .AddJsonProtocol(json => ProtocolJson.Configure(json.PayloadSerializerOptions));
        return services;
    }
}
