using System.Buffers;
using System.Buffers.Text;

namespace NegotiationSim.Journal;

/// <summary>One line of a record in a file or on its way to one: {"position":n,"event":{...},"chain":"hex"}, and nothing else.</summary>
/// <param name="Position">The event's place in the whole record, from 1. An extract keeps it and so may have gaps.</param>
/// <param name="Canonical">The event's canonical JSON in UTF-8, braces included.</param>
/// <param name="Chain">The link over this line and all lines before it in this file.</param>
public sealed record RecordLine(long Position, ReadOnlyMemory<byte> Canonical, Fingerprint Chain)
{
    /// <summary>The most bytes that the part before the event takes.</summary>
    internal const int LongestHead = 11 + 1 + 19 + 9;

    internal static ReadOnlySpan<byte> PositionMember => "{\"position\":"u8;

    internal static ReadOnlySpan<byte> EventMember => ",\"event\":"u8;

    internal static ReadOnlySpan<byte> ChainMember => ",\"chain\":\""u8;

    internal static ReadOnlySpan<byte> End => "\"}"u8;

    /// <summary>Appends the line's bytes, without the line's end.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var room = output.GetSpan(LongestHead);
        output.Advance(WriteHead(room, Position));
        output.Write(Canonical.Span);
        output.Write(ChainMember);
        output.Write(System.Text.Encoding.ASCII.GetBytes(Chain.ToString()));
        output.Write(End);
    }

    internal static int WriteHead(Span<byte> output, long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        PositionMember.CopyTo(output);
        Utf8Formatter.TryFormat(position, output[PositionMember.Length..], out var digits);
        var used = PositionMember.Length + digits;
        EventMember.CopyTo(output[used..]);
        return used + EventMember.Length;
    }
}
