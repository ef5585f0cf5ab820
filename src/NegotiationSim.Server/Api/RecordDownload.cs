using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>The record as a file: {"position":n,"event":{...},"chain":"hex"} line by line.</summary>
internal static class RecordDownload
{
    public const string ContentType = "application/jsonl";

    public static async Task<IResult> Send(HttpContext http, string id, Door door, IJournal journal)
    {
        var admission = await door.Look(http, id);
        if (admission.Refused is { } refused) return refused;

        http.Response.ContentType = ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}{(admission.Viewer.IsFacilitator ? "" : ".public")}.jsonl\"";
        var cancel = http.RequestAborted;
        var record = new RecordWriter(http.Response.BodyWriter);
        await foreach (var page in journal.ReadToEnd(id, pageSize: 200, cancel: cancel))
        {
            foreach (var recorded in page.Events)
                if (Extract.See(admission.Viewer, recorded) is { } canonical) record.Write(recorded.Position, canonical);
            await http.Response.BodyWriter.FlushAsync(cancel);
        }
        return Results.Empty;
    }
}
