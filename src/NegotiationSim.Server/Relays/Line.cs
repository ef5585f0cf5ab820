using System.Text;
using NegotiationSim.Domain;

namespace NegotiationSim.Server;

/// <summary>An event on its way to the screens, encoded once for each audience: {"position":n,"event":{...}}.</summary>
internal sealed class Line
{
    private readonly byte[] _whole;
    private readonly byte[]? _public;

    public Line(long position, byte[] canonical)
    {
        Position = position;
        _whole = Encode(position, canonical);
        var happened = NegotiationJson.Event(canonical);
        var seen = Audience.See(Viewer.Public, happened);
        _public = seen is null ? null : ReferenceEquals(seen, happened) ? _whole : Encode(position, NegotiationJson.Bytes(seen));
    }

    public long Position { get; }

    /// <summary>What it holds in memory, in bytes.</summary>
    public int Size => _whole.Length + (_public is null || ReferenceEquals(_public, _whole) ? 0 : _public.Length);

    /// <returns>Null when the event is not for this viewer.</returns>
    /// <exception cref="NotSupportedException">A seat looks on; only the public and facilitators do.</exception>
    public byte[]? For(Viewer viewer) =>
        viewer.IsFacilitator ? _whole : viewer == Viewer.Public ? _public : throw new NotSupportedException("Nobody watches from a seat.");

    private static byte[] Encode(long position, ReadOnlySpan<byte> canonical)
    {
        var head = Encoding.ASCII.GetBytes(FormattableString.Invariant($$"""{"position":{{position}},"event":"""));
        return [.. head, .. canonical, (byte)'}'];
    }
}
