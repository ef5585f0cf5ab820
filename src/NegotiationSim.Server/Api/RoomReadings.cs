using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Journal;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>How rooms stand, read from the journal: each public view is folded once and then carried on.</summary>
internal sealed class RoomReadings(IJournal journal, RoomCalls calls, TimeProvider wall) : IDisposable
{
    private const int MostRoomsListed = 200;

    private readonly MemoryCache _folds = new(new MemoryCacheOptions { SizeLimit = 200 });

    /// <summary>The last written first.</summary>
    public async Task<ImmutableArray<NegotiationSummary>> Rooms(CancellationToken cancel)
    {
        var sheets = new Dictionary<string, DeskSheet>(StringComparer.Ordinal);
        foreach (var status in DeskSheet.Statuses)
            foreach (var room in await journal.Desks(status, cancel)) sheets[room.Room] = DeskSheet.Read(room.Desk);

        var rooms = ImmutableArray.CreateBuilder<NegotiationSummary>();
        foreach (var head in (await journal.Rooms(cancel)).OrderByDescending(h => h.LastWritten).ThenBy(h => h.Room, StringComparer.Ordinal).Take(MostRoomsListed))
        {
            var sheet = sheets.GetValueOrDefault(head.Room) ?? DeskSheet.Swept((await Fold(head, cancel)).Room);
            rooms.Add(new(head.Room, sheet.Scenario, sheet.Status, sheet.Pace, head.Position, head.FirstWritten, head.LastWritten));
        }
        return rooms.ToImmutable();
    }

    /// <summary>How a room stands for this viewer.</summary>
    /// <param name="head">Where its record stands; what comes while this is answered is left out.</param>
    public async Task<NegotiationStanding> Standing(RoomHead head, Viewer viewer, CancellationToken cancel)
    {
        var fold = await Fold(head, cancel);
        var desk = await calls.Desk(head.Room, cancel);
        var room = fold.Room;
        return new(
            head.Room,
            room.Facts.Scenario,
            room.Facts.Title,
            new DeskReading(desk, wall.GetTimestamp()).Now(wall),
            fold.Position,
            room.Round?.Number ?? 0,
            room.Item?.Issue,
            room.Measures is [.., var latest] ? latest : null,
            (viewer.IsFacilitator ? fold.Whole : fold.Chain).ToString(),
            viewer.IsFacilitator);
    }

    public void Dispose() => _folds.Dispose();

    private async Task<Reading> Fold(RoomHead head, CancellationToken cancel)
    {
        var fold = _folds.Get<Reading>(head.Room) ?? Reading.Nothing;
        if (fold.Position >= head.Position) return fold;

        await foreach (var page in journal.ReadToEnd(head.Room, fold.Position, cancel: cancel))
        {
            foreach (var recorded in page.Events) fold = fold.After(recorded);
            fold = fold with { Whole = page.Chain };
        }
        return _folds.Set(head.Room, fold, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    /// <param name="Room">What the public may see of it.</param>
    /// <param name="Chain">Over what the public may see.</param>
    /// <param name="Whole">Over the whole record.</param>
    private sealed record Reading(Negotiation Room, long Position, Fingerprint Chain, Fingerprint Whole)
    {
        public static Reading Nothing { get; } = new(Negotiation.Unopened, 0, Fingerprint.Empty, Fingerprint.Empty);

        public Reading After(RecordedEvent recorded)
        {
            var seen = Extract.See(Viewer.Public, recorded);
            return seen is { } canonical
                ? this with { Room = Negotiation.Evolve(Room, NegotiationJson.Event(canonical.Span)), Position = recorded.Position, Chain = Journal.Chain.Next(Chain, recorded.Position, canonical.Span) }
                : this with { Position = recorded.Position };
        }
    }
}
