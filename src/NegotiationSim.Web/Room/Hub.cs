using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NegotiationSim.Protocol;

namespace NegotiationSim.Web;

/// <summary>The line to the server on which records come in.</summary>
public sealed class Hub(NavigationManager navigation)
{
    /// <summary>A new connection, not yet started. The caller disposes of it.</summary>
    public HubConnection Line() =>
        new HubConnectionBuilder()
            .WithUrl(navigation.ToAbsoluteUri(INegotiationHub.Path))
            .AddJsonProtocol(json => ProtocolJson.Configure(json.PayloadSerializerOptions))
            .Build();
}
