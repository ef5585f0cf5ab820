using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NegotiationSim.Server;

internal static class Listening
{
    public const string Default = "http://127.0.0.1:5000";

    /// <summary>The largest request that anybody has reason to send, in bytes.</summary>
    public const int LargestRequest = 64 * 1024;

    /// <summary>Listens on <see cref="Default"/> unless told otherwise by --urls, ASPNETCORE_URLS or Kestrel's own section.</summary>
    /// <remarks>On loopback only requests that name this machine are answered, so that no web page elsewhere can pass itself off as ours.</remarks>
    public static void ListenOnLoopback(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        var hasEndpoints = builder.Configuration.GetSection("Kestrel:Endpoints").Exists() || builder.Configuration["http_ports"] is not null || builder.Configuration["https_ports"] is not null;
        if (string.IsNullOrEmpty(urls) && !hasEndpoints) builder.WebHost.UseUrls(urls = Default);

        var isLoopback = urls?.Split(';').All(IsLoopback) ?? false;
        if (isLoopback && builder.Configuration["AllowedHosts"] is null or "")
            builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
    }

    /// <summary>One line for the person who has started the server.</summary>
    public static void SayWhereToLook(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        app.Services.GetRequiredService<OneClearLine.StartIsOver>().IsOver = true;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"NegotiationSim is open at {string.Join(" and ", addresses)}  (Ctrl+C closes it)");
    });

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
