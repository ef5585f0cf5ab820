using System.Text.Json;
using NegotiationSim.Domain;

namespace NegotiationSim.Journal;

/// <summary>What a file of record lines says.</summary>
/// <param name="Lines">The lines that are in order by themselves, whatever their chain.</param>
/// <param name="Faults">All that is wrong, from the first line to the last; empty when the record is in order.</param>
/// <param name="Chain">The link of the last line: the fingerprint.</param>
public sealed record RecordContents(IReadOnlyList<RecordLine> Lines, IReadOnlyList<RecordFault> Faults, Fingerprint Chain)
{
    /// <summary>Whether events were visibly left out. One that only lost its last events looks whole: its fingerprint tells.</summary>
    public bool HasGaps => Lines.Count > 0 && Lines[^1].Position != Lines.Count;

    /// <summary>Reads the events of a record that is in order so far.</summary>
    /// <param name="faults">Takes, for each line whose event this program does not know or would write otherwise, the member at fault.</param>
    /// <returns>One event a line, and null where there is a fault.</returns>
    public IReadOnlyList<NegotiationEvent?> ToEvents(ICollection<RecordFault> faults)
    {
        var events = new List<NegotiationEvent?>(Lines.Count);
        for (var i = 0; i < Lines.Count; i++) events.Add(ToEvent(Lines[i], i + 1, faults));
        return events;
    }

    private static NegotiationEvent? ToEvent(RecordLine line, int number, ICollection<RecordFault> faults)
    {
        try
        {
            var happened = NegotiationJson.Event(line.Canonical.Span);
            if (line.Canonical.Span.SequenceEqual(NegotiationJson.Bytes(happened))) return happened;
            faults.Add(new RecordFault(number, line.Position, "event", "is not in its canonical form: the same event is written otherwise"));
        }
        catch (JsonException e)
        {
            var member = e.Path is null or "$" ? "event" : "event" + e.Path[1..];
            faults.Add(new RecordFault(number, line.Position, member, $"is not understood: {RecordReader.FirstSentence(e)}"));
        }
        return null;
    }
}
