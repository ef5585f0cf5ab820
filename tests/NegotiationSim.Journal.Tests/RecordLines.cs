using System.Buffers;
using System.Text;
using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Journal.Tests;

public sealed class RecordLines
{
    private static readonly RoomTime Morning = RoomTime.Of(new DateOnly(2016, 2, 3), new TimeOnly(10, 0));

    private static readonly Gen<(long Position, ReadOnlyMemory<byte> Canonical)[]> AnyRecord =
        Some.AnyEvent.Array[1, 6].Select(events => events.Select((e, i) => (i + 1L, e)).ToArray());

    private static readonly Gen<(long Position, ReadOnlyMemory<byte> Canonical)[]> AnyExtract =
        Gen.Select(Gen.Int[1, 5], Some.AnyEvent).Array[1, 6].Select(steps =>
        {
            var position = 0L;
            return steps.Select(s => (position += s.Item1, s.Item2)).ToArray();
        });

    [Fact]
    public void A_line_holds_position_event_and_chain_and_nothing_else()
    {
        var file = Write((1, """{"$t":"x"}"""u8.ToArray()));
        var link = Chain.Next(Fingerprint.Empty, 1, """{"$t":"x"}"""u8);

        Assert.Equal($$"""{"position":1,"event":{"$t":"x"},"chain":"{{link}}"}""" + "\n", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public void A_record_reads_back_as_it_was_written() =>
        AnyRecord.Sample(written =>
        {
            var read = RecordReader.Read(Write(written), RecordScope.Whole);
            return read.Faults.Count == 0 && !read.HasGaps
                && read.Chain == Chain.Of(written.Select(w => w.Canonical))
                && read.Lines.Select(l => (l.Position, Encoding.UTF8.GetString(l.Canonical.Span)))
                    .SequenceEqual(written.Select(w => (w.Position, Encoding.UTF8.GetString(w.Canonical.Span))));
        });

    [Fact]
    public void An_extract_keeps_its_positions_and_has_its_own_chain() =>
        AnyExtract.Sample(written =>
        {
            var read = RecordReader.Read(Write(written), RecordScope.Extract);
            return read.Faults.Count == 0
                && read.HasGaps == (written[^1].Position != written.Length)
                && read.Lines.Select(l => l.Position).SequenceEqual(written.Select(w => w.Position));
        });

    [Fact]
    public void An_extract_is_no_whole_record()
    {
        var fault = Assert.Single(RecordReader.Read(Write((1, Some.Event(1)), (3, Some.Event(3))), RecordScope.Whole).Faults);

        Assert.Equal((2, 3, "position"), (fault.Line, fault.Position, fault.Member));
        Assert.Equal("line 2, position 3: position is 3, where 2 comes next", fault.ToString());
    }

    [Fact]
    public void Whatever_byte_is_altered_the_reader_finds_it() =>
        Gen.Select(AnyRecord, Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).Sample((written, where, mask) =>
        {
            var file = Write(written);
            file[where % file.Length] ^= mask;
            return Finds(file, RecordScope.Whole) && Finds(file, RecordScope.Extract);
        }, iter: 20_000);

    [Fact]
    public void Whatever_byte_is_added_or_lost_the_reader_finds_it() =>
        Gen.Select(AnyRecord, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Bool).Sample((written, where, added, isAdded) =>
        {
            var file = Write(written).ToList();
            if (isAdded) file.Insert(where % (file.Count + 1), added);
            else file.RemoveAt(where % file.Count);
            return Finds([.. file], RecordScope.Whole) && Finds([.. file], RecordScope.Extract);
        }, iter: 20_000);

    [Fact]
    public void Whatever_lines_change_places_the_reader_finds_it() =>
        Gen.Select(AnyRecord, Gen.Int[0, 5], Gen.Int[0, 5]).Sample((written, one, other) =>
        {
            var lines = Encoding.UTF8.GetString(Write(written)).TrimEnd('\n').Split('\n');
            (one, other) = (one % lines.Length, other % lines.Length);
            if (one == other) return true;
            (lines[one], lines[other]) = (lines[other], lines[one]);
            return Finds(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), RecordScope.Extract);
        });

    [Fact]
    public void A_lost_line_is_found_unless_it_is_the_last_which_the_fingerprint_tells() =>
        Gen.Select(AnyRecord, Gen.Int[0, 5]).Sample((written, lost) =>
        {
            var lines = Encoding.UTF8.GetString(Write(written)).TrimEnd('\n').Split('\n').ToList();
            lost %= lines.Count;
            lines.RemoveAt(lost);
            var read = RecordReader.Read(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), RecordScope.Extract);
            return lost < lines.Count ? read.Faults.Count > 0 : read.Faults.Count == 0 && read.Chain != Chain.Of(written.Select(w => w.Canonical));
        });

    [Fact]
    public void One_altered_event_is_one_fault_and_the_lines_after_it_are_still_read()
    {
        var file = Encoding.UTF8.GetString(Write((1, Some.Event(1)), (2, Some.Event(2)), (3, Some.Event(3)))).Replace("statement 2", "statement 7", StringComparison.Ordinal);

        var read = RecordReader.Read(Encoding.UTF8.GetBytes(file), RecordScope.Whole);

        Assert.Equal(3, read.Lines.Count);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((2, 2, "chain"), (fault.Line, fault.Position, fault.Member));
    }

    [Theory]
    [InlineData("""{"position":1,"event":{"a":1},"chain":"CHAIN","room":"x"}""", "room", "does not belong")]
    [InlineData("""{"position":1,"event":{"a":1},"wallTime":"now","chain":"CHAIN"}""", "wallTime", "does not belong")]
    [InlineData("""{"position":1,"event":{"a":1}}""", "chain", "is missing")]
    [InlineData("""{"event":{"a":1},"chain":"CHAIN"}""", "position", "is missing")]
    [InlineData("""{"position":1,"position":1,"event":{"a":1},"chain":"CHAIN"}""", "position", "stands twice")]
    [InlineData("""{"event":{"a":1},"position":1,"chain":"CHAIN"}""", "line", "another order")]
    [InlineData("""{"position":0,"event":{"a":1},"chain":"CHAIN"}""", "position", "whole number from 1")]
    [InlineData("""{"position":-1,"event":{"a":1},"chain":"CHAIN"}""", "position", "whole number from 1")]
    [InlineData("""{"position":1.5,"event":{"a":1},"chain":"CHAIN"}""", "position", "whole number from 1")]
    [InlineData("""{"position":"1","event":{"a":1},"chain":"CHAIN"}""", "position", "whole number from 1")]
    [InlineData("""{"position":1,"event":[1],"chain":"CHAIN"}""", "event", "is not an object")]
    [InlineData("""{"position":1,"event":{"a": 1},"chain":"CHAIN"}""", "event", "white space")]
    [InlineData("""{"position":1,"event":{"a" :1},"chain":"CHAIN"}""", "event", "white space")]
    [InlineData("""{"position":1,"event":{"a":1},"chain":"CHAIN" }""", "line", "white space")]
    [InlineData("""{"position": 1,"event":{"a":1},"chain":"CHAIN"}""", "line", "white space")]
    [InlineData(""" {"position":1,"event":{"a":1},"chain":"CHAIN"}""", "line", "white space")]
    [InlineData("""{"position":1,"event":{"a":1},"ch\u0061in":"CHAIN"}""", "line", "escaped name")]
    [InlineData("""{"position":1,"event":{"a":1},"chain":"abc"}""", "chain", "hexadecimal")]
    [InlineData("""{"position":1,"event":{"a":1},"chain":7}""", "chain", "hexadecimal")]
    [InlineData("""{"position":01,"event":{"a":1},"chain":"CHAIN"}""", "line", "is no JSON")]
    [InlineData("""{"position":1,"event":{"a":1,"chain":"CHAIN"}""", "line", "is no JSON")]
    [InlineData("""{"position":1,"event":{"a":1},"chain":"CHAIN","\ud800":1}""", "line", "half a character")]
    [InlineData("[]", "line", "is not an object")]
    [InlineData("", "line", "is empty")]
    [InlineData("""{"position":2,"event":{"a":1},"chain":"CHAIN"}""", "position", "where 1 comes next")]
    public void A_fault_names_its_line_and_member(string line, string member, string problem)
    {
        var link = Chain.Next(Fingerprint.Empty, 1, """{"a":1}"""u8).ToString();
        var file = Encoding.UTF8.GetBytes(line.Replace("CHAIN", link, StringComparison.Ordinal) + "\n");

        var fault = RecordReader.Read(file, RecordScope.Whole).Faults[0];

        Assert.Equal((1, member), (fault.Line, fault.Member));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_from_an_editor_of_another_system_is_told_what_is_wrong_with_it()
    {
        var file = Write((1, Some.Event(1)));
        string FirstFault(byte[] bytes) => RecordReader.Read(bytes, RecordScope.Whole).Faults[0].ToString();

        Assert.Equal("line 1: line begins with a byte order mark", FirstFault([.. "\uFEFF"u8, .. file]));
        Assert.Equal("line 1: line ends with a carriage return", FirstFault([.. file[..^1], .. "\r\n"u8]));
        Assert.Equal("line 1: line is not ended: the file was cut off", FirstFault(file[..^1]));
    }

    [Fact]
    public void The_writer_goes_forward_only()
    {
        var writer = new RecordWriter(new ArrayBufferWriter<byte>());
        writer.Write(4, Some.Event(4));

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(4, Some.Event(5)));
        Assert.Equal(4, writer.Position);
    }

    [Fact]
    public void The_events_of_the_room_come_back_from_a_file()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new RecordWriter(output);
        NegotiationEvent[] happened = [new MeetingResumed { At = Morning, By = Actor.Facilitator }, new FloorReturned(new("KEN")) { At = Morning, By = Actor.For(new("KEN")) }];
        for (var i = 0; i < happened.Length; i++) writer.Write(i + 1, happened[i]);

        var read = RecordReader.Read(output.WrittenMemory.ToArray(), RecordScope.Whole);
        var faults = new List<RecordFault>(read.Faults);

        Assert.Equal(happened, read.ToEvents(faults));
        Assert.Empty(faults);
        Assert.Equal(writer.Chain, read.Chain);
    }

    [Theory]
    [InlineData("""{"$t":"meetingResumed","at":"2016-02-03T10:00:00","by":"facilitator","why":"tea"}""", "event.why")]
    [InlineData("""{"$t":"meetingResumed","at":"yesterday","by":"facilitator"}""", "event.at")]
    [InlineData("""{"$t":"neverHeardOf","at":"2016-02-03T10:00:00","by":"facilitator"}""", "event")]
    [InlineData("""{"$t":"meetingResumed","at":"2016-02-03T10:00:00","by":"\ud800"}""", "event.by")]
    [InlineData("""{"at":"2016-02-03T10:00:00","by":"facilitator"}""", "event.$t")]
    [InlineData("""{"$t":"meetingResumed","by":"facilitator","at":"2016-02-03T10:00:00"}""", "event")]
    [InlineData("""{"$t":"meetingResumed","at":"2016-02-03T10:00:00","by":"facilit\u0061tor"}""", "event")]
    public void An_event_that_this_program_would_not_write_is_a_fault_though_its_chain_is_in_order(string canonical, string member)
    {
        var read = RecordReader.Read(Write((1, Encoding.UTF8.GetBytes(canonical))), RecordScope.Whole);
        Assert.Empty(read.Faults);

        var faults = new List<RecordFault>();
        Assert.Equal([null], read.ToEvents(faults));

        var fault = Assert.Single(faults);
        Assert.Equal((1, 1, member), (fault.Line, fault.Position, fault.Member));
    }

    [Fact]
    public void Whatever_an_event_says_reading_it_ends_in_an_event_or_a_fault() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte[32, 126]).Sample((where, letter) =>
        {
            NegotiationEvent given = new FloorGiven(new(new("SLE"), new GroupId("AFRICA")), TimeSpan.FromMinutes(5)) { At = Morning, By = Actor.CoFacilitators };
            var canonical = NegotiationJson.Bytes(given);
            canonical[where % canonical.Length] = letter;
            var read = RecordReader.Read(Write((1, canonical)), RecordScope.Whole);
            var faults = new List<RecordFault>(read.Faults);
            return read.ToEvents(faults).All(e => e is not null) == (faults.Count == 0) || read.Lines.Count == 0;
        }, iter: 5_000);

    private static bool Finds(byte[] file, RecordScope scope) => RecordReader.Read(file, scope).Faults.Count > 0;

    private static byte[] Write(params (long Position, ReadOnlyMemory<byte> Canonical)[] events)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new RecordWriter(output);
        foreach (var (position, canonical) in events) writer.Write(position, canonical);
        return output.WrittenSpan.ToArray();
    }
}
