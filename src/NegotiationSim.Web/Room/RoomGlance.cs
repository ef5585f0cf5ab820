using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Web;

/// <summary>As much of a room as the home page shows: its opening, and how its issues converged so far.</summary>
/// <param name="Opening">The room as it stood before the first meeting.</param>
/// <param name="Measures">One entry a round.</param>
/// <param name="Plan">The rounds that the programme foresees, as far as the opening tells.</param>
public sealed record RoomGlance(Negotiation Opening, ImmutableArray<RoundMeasures> Measures, ProgrammePlan Plan)
{
    /// <returns>Null when the room cannot be read now.</returns>
    public static async Task<RoomGlance?> At(HubConnection line, string room, CancellationToken cancel)
    {
        var opening = Negotiation.Unopened;
        var measures = ImmutableArray.CreateBuilder<RoundMeasures>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await foreach (var page in line.StreamAsync<EventPage>(nameof(INegotiationHub.Watch), new WatchRequest(room, 0), enough.Token))
            {
                // Most of a record is statements, which nobody needs here: they are passed over unread.
                using var events = JsonDocument.Parse(page.Events.Json.Utf8);
                foreach (var seen in events.RootElement.EnumerateArray())
                {
                    var happened = seen.GetProperty("event"u8);
                    var kind = happened.GetProperty("$t"u8);
                    if (kind.ValueEquals("negotiationOpened"u8) || kind.ValueEquals("openingPositionsTaken"u8) || kind.ValueEquals("measuresTaken"u8))
                    {
                        var read = NegotiationJson.Event(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(happened));
                        if (read is MeasuresTaken taken) measures.Add(taken.Measures);
                        else opening = Negotiation.Evolve(opening, read);
                    }
                }
                if (page.To < page.Head) continue;
                await enough.CancelAsync();
                break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HubException or JsonException or InvalidOperationException or IOException)
        {
            if (cancel.IsCancellationRequested) return null;
        }
        if (opening.Positions.IsEmpty) return null;
        var all = measures.ToImmutable();
        return new(opening, all, PlanOf(opening, all));
    }

    /// <summary>The rounds held, then as many as the programme foresaw beyond them.</summary>
    private static ProgrammePlan PlanOf(Negotiation opening, ImmutableArray<RoundMeasures> measures)
    {
        var held = measures.Where(m => m.Issue is not null).Select(m => m.Issue!.Value).ToImmutableArray();
        var foreseen = ProgrammePlan.Of(opening).Issues;
        return new(held.Length, [.. held, .. foreseen.Skip(held.Length)]);
    }
}
