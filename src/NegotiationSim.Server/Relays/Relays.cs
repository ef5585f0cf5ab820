using System.Runtime.CompilerServices;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>One relay a room, for as long as somebody of this process watches it.</summary>
internal sealed class Relays(IGrainFactory grains, Lines lines, TimeProvider wall, IHostApplicationLifetime host, ILogger<Relay> log)
{
    private readonly Dictionary<string, Relay> _relays = [];

    /// <summary>The record of a room that exists, from a position on, as this viewer may see it. Ends when the server closes.</summary>
    public async IAsyncEnumerable<EventPage> Watch(string room, long from, Viewer viewer, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.ApplicationStopping);
        var relay = Join(room);
        try
        {
            await foreach (var page in relay.Read(from, viewer, either.Token)) yield return page;
        }
        finally
        {
            Leave(room, relay);
        }
    }

    private Relay Join(string room)
    {
        lock (_relays)
        {
            if (!_relays.TryGetValue(room, out var relay))
            {
                _relays.Add(room, relay = new(room, grains, lines, wall, log));
                relay.Start();
            }
            relay.Watchers++;
            return relay;
        }
    }

    private void Leave(string room, Relay relay)
    {
        lock (_relays)
        {
            if (--relay.Watchers > 0) return;
            _relays.Remove(room);
        }
        relay.Dispose();
    }
}

internal static class RelayRegistration
{
    public static IServiceCollection AddRelays(this IServiceCollection services) => services.AddSingleton<Lines>().AddSingleton<Relays>();
}
