using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NegotiationSim.Journal;

/// <summary>Reads record lines one after another, byte for byte: what the writer would not have written is a fault.</summary>
/// <remarks>After a fault the next line is held against the link that the faulty line states, so that one altered line is one fault and not all that follow.</remarks>
public sealed class RecordReader(RecordScope scope)
{
    private static readonly string[] Members = ["position", "event", "chain"];

    private Fingerprint _link;
    private long _position;
    private int _line;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="file">UTF-8 without a byte order mark; every line ends with a single line feed.</param>
    public static RecordContents Read(ReadOnlyMemory<byte> file, RecordScope scope)
    {
        var reader = new RecordReader(scope);
        var (lines, faults) = (new List<RecordLine>(), new List<RecordFault>());
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            if (reader.Next(end < 0 ? file : file[..end], faults) is { } line) lines.Add(line);
            if (end < 0) faults.Add(reader.Fault("line", "is not ended: the file was cut off"));
            file = end < 0 ? default : file[(end + 1)..];
        }
        return new RecordContents(lines, faults, reader._link);
    }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line's bytes without its end.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    /// <returns>Null when the line as such cannot be read; a line with a wrong position or chain is returned as it stands.</returns>
    public RecordLine? Next(ReadOnlyMemory<byte> line, ICollection<RecordFault> faults)
    {
        _line++;
        if (Parse(line) is not { } read)
        {
            faults.Add(Diagnose(line));
            return null;
        }

        if (scope is RecordScope.Whole && read.Position != _position + 1)
            faults.Add(Fault("position", Say($"is {read.Position}, where {_position + 1} comes next"), read.Position));
        else if (read.Position <= _position)
            faults.Add(Fault("position", Say($"is {read.Position}, after {_position}"), read.Position));

        var link = Chain.Next(_link, read.Position, read.Canonical.Span);
        if (link != read.Chain)
            faults.Add(Fault("chain", $"is {read.Chain}, where this line and those before it give {link}", read.Position));

        (_position, _link) = (read.Position, read.Chain);
        return read;
    }

    private static RecordLine? Parse(ReadOnlyMemory<byte> line)
    {
        var bytes = line.Span;
        if (!bytes.StartsWith(RecordLine.PositionMember)) return null;
        var at = RecordLine.PositionMember.Length;
        if (!Utf8Parser.TryParse(bytes[at..], out long position, out var digits) || position < 1 || bytes[at] is < (byte)'1' or > (byte)'9') return null;
        at += digits;
        if (!bytes[at..].StartsWith(RecordLine.EventMember)) return null;
        at += RecordLine.EventMember.Length;

        var chainAt = bytes.Length - RecordLine.End.Length - Fingerprint.Digits - RecordLine.ChainMember.Length;
        if (chainAt <= at || !bytes.EndsWith(RecordLine.End) || !bytes[chainAt..].StartsWith(RecordLine.ChainMember)) return null;
        if (!Fingerprint.TryParse(bytes.Slice(chainAt + RecordLine.ChainMember.Length, Fingerprint.Digits), out var chain)) return null;

        var canonical = line[at..chainAt];
        return WhatIsWrongWith(canonical.Span) is null ? new RecordLine(position, canonical, chain) : null;
    }

    /// <summary>Null when the bytes are one JSON object without white space between its parts.</summary>
    private static string? WhatIsWrongWith(ReadOnlySpan<byte> canonical)
    {
        if (canonical is not [(byte)'{', .., (byte)'}']) return "is not an object";
        if (!Utf8.IsValid(canonical)) return "is no UTF-8";
        try
        {
            var json = new Utf8JsonReader(canonical);
            while (json.Read())
            {
            }
            return HasWhiteSpaceBetweenParts(canonical) ? "holds white space between its parts" : null;
        }
        catch (JsonException e)
        {
            return $"is no JSON: {FirstSentence(e)}";
        }
    }

    private static bool HasWhiteSpaceBetweenParts(ReadOnlySpan<byte> json)
    {
        var isInString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == (byte)'"') isInString = !isInString;
            else if (isInString && json[i] == (byte)'\\') i++;
            else if (!isInString && json[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') return true;
        }
        return false;
    }

    /// <summary>Looks again, with more patience, at a line that is not what the writer writes, to say what about it is not.</summary>
    private RecordFault Diagnose(ReadOnlyMemory<byte> line)
    {
        if (line.IsEmpty) return Fault("line", "is empty");
        if (line.Span.StartsWith("\uFEFF"u8)) return Fault("line", "begins with a byte order mark");
        if (line.Span[^1] == (byte)'\r') return Fault("line", "ends with a carriage return");

        if (!Utf8.IsValid(line.Span)) return Fault("line", "is no UTF-8");

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            return Fault("line", $"is no JSON: {FirstSentence(e)}");
        }

        using (document) return Diagnose(document.RootElement);
    }

    private RecordFault Diagnose(JsonElement line)
    {
        try
        {
            if (line.ValueKind is not JsonValueKind.Object) return Fault("line", "is not an object");
            var members = line.EnumerateObject().ToList();
            var names = members.ConvertAll(m => m.Name);
            var position = members.Find(m => m.Name == "position") is { Value.ValueKind: JsonValueKind.Number } p && p.Value.TryGetInt64(out var number) ? number : (long?)null;

            if (names.Find(n => !Members.Contains(n)) is { } stranger) return Fault(stranger, "does not belong to a record line", position);
            if (Members.FirstOrDefault(m => !names.Contains(m)) is { } missing) return Fault(missing, "is missing", position);
            if (names.Find(n => names.Count(m => m == n) > 1) is { } twice) return Fault(twice, "stands twice", position);
            if (!names.SequenceEqual(Members)) return Fault("line", "has its members in another order than position, event, chain", position);

            if (position is null or < 1) return Fault("position", "is not a whole number from 1", position);
            if (members[1].Value.ValueKind is not JsonValueKind.Object) return Fault("event", "is not an object", position);
            if (members[2].Value.ValueKind is not JsonValueKind.String || !Fingerprint.TryParse(members[2].Value.GetString(), out _))
                return Fault("chain", $"is not {Fingerprint.Digits} lower-case hexadecimal digits", position);
            if (WhatIsWrongWith(Encoding.UTF8.GetBytes(members[1].Value.GetRawText())) is { } wrong) return Fault("event", wrong, position);
            return Fault("line", "is not written as the writer writes it: white space, a leading zero, or an escaped name", position);
        }
        catch (InvalidOperationException)
        {
            // How the parser answers when asked for a text that escapes half a character.
            return Fault("line", "escapes half a character");
        }
    }

    private RecordFault Fault(string member, string problem, long? position = null) => new(_line, position, member, problem);

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    // The rest of the parser's message counts lines and bytes from the wrong place.
    internal static string FirstSentence(JsonException e) => e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
