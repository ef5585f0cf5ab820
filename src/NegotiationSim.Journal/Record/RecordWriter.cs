using System.Buffers;
using NegotiationSim.Domain;

namespace NegotiationSim.Journal;

/// <summary>Writes a record, or an extract of one, line by line, and chains the lines that it writes.</summary>
/// <param name="output">Takes the lines, each ended by a single line feed.</param>
public sealed class RecordWriter(IBufferWriter<byte> output)
{
    /// <summary>The link of the last line written; of a whole record, its fingerprint.</summary>
    public Fingerprint Chain { get; private set; }

    /// <summary>Position of the last line written; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <param name="position">Higher than the last one. In an extract, gaps are where events were left out.</param>
    /// <param name="canonical">The event's canonical JSON in UTF-8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is not higher than the last.</exception>
    public RecordLine Write(long position, ReadOnlyMemory<byte> canonical)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(position, Position);

        Chain = NegotiationSim.Journal.Chain.Next(Chain, position, canonical.Span);
        Position = position;
        var line = new RecordLine(position, canonical, Chain);
        line.WriteTo(output);
        output.Write("\n"u8);
        return line;
    }

    /// <inheritdoc cref="Write(long, ReadOnlyMemory{byte})"/>
    public RecordLine Write(long position, NegotiationEvent happened) => Write(position, NegotiationJson.Bytes(happened));
}
