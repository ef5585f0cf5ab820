using System.Buffers;
using System.Security.Cryptography;

namespace NegotiationSim.Journal;

/// <summary>How one line of a record holds on to all the lines before it.</summary>
/// <remarks>
/// link(n) = SHA-256( link before, 32 bytes ‖ UTF-8 of {"position":n,"event":E} ), where E is the event's canonical bytes, n has no
/// leading zeros, and the link before the first line is 32 zero bytes. Source: decisions/0002-the-journal.md.
/// </remarks>
public static class Chain
{
    /// <param name="before">The link of the line before; <see cref="Fingerprint.Empty"/> for the first line.</param>
    /// <param name="position">The event's place in the whole record, from 1.</param>
    /// <param name="canonical">The event's canonical JSON in UTF-8, braces included.</param>
    public static Fingerprint Next(Fingerprint before, long position, ReadOnlySpan<byte> canonical)
    {
        var length = Fingerprint.Bytes + RecordLine.LongestHead + canonical.Length + 1;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            before.CopyTo(rented);
            var used = Fingerprint.Bytes + RecordLine.WriteHead(rented.AsSpan(Fingerprint.Bytes), position);
            canonical.CopyTo(rented.AsSpan(used));
            used += canonical.Length;
            rented[used++] = (byte)'}';

            Span<byte> link = stackalloc byte[Fingerprint.Bytes];
            SHA256.HashData(rented.AsSpan(0, used), link);
            return Fingerprint.Of(link);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The fingerprint of a record whose events stand at positions 1, 2, 3 and so on.</summary>
    public static Fingerprint Of(IEnumerable<ReadOnlyMemory<byte>> canonicals)
    {
        var (link, position) = (Fingerprint.Empty, 0L);
        foreach (var canonical in canonicals) link = Next(link, ++position, canonical.Span);
        return link;
    }
}
