using System.Collections.Immutable;

namespace NegotiationSim.Grains;

/// <summary>The last events of a room, so that those who follow it need no disk. Bounded in bytes.</summary>
internal sealed class RecentEvents
{
    private const int MostBytes = 2 * 1024 * 1024;

    private readonly Queue<byte[]> _events = new();
    private long _last;
    private long _bytes;

    public void Add(long position, byte[] canonical)
    {
        _events.Enqueue(canonical);
        _last = position;
        _bytes += canonical.Length;
        while (_bytes > MostBytes && _events.Count > 1) _bytes -= _events.Dequeue().Length;
    }

    /// <returns>Null when some of it is no longer here.</returns>
    public ImmutableArray<byte[]>? After(long position, long to, int max)
    {
        var first = _last - _events.Count;
        if (position < first) return null;
        return [.. _events.Skip((int)(position - first)).Take((int)Math.Clamp(to - position, 0, max))];
    }
}
