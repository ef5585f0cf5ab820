using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Web;

public enum FeedState
{
    /// <summary>The record is being read up to where the room stands.</summary>
    Reading,

    Live,

    /// <summary>The connection is lost; what was read stands.</summary>
    Reconnecting,

    /// <summary>No waiting mends it: see <see cref="RoomFeed.Refusal"/>.</summary>
    Refused,

    /// <summary>This page folded to another room than the record says.</summary>
    Broken,
}

/// <summary>An entry of the record and the room that it came into, from which its sentence is made.</summary>
public sealed record RecordEntry(long Position, NegotiationEvent Event, Negotiation Before);

/// <summary>A vote that was counted.</summary>
public sealed record ClosedVote(Vote Vote, VoteResult Result);

/// <summary>The room as this browser has folded it, and the line on which the rest comes in.</summary>
public sealed class RoomFeed(Hub hub, TimeProvider time, string id) : IAsyncDisposable
{
    /// <summary>Above so many entries a second nothing is animated singly.</summary>
    private const double EntriesASecond = 4;

    private static readonly TimeSpan FoldingBeforeAPaint = TimeSpan.FromMilliseconds(40);

    // The digest of a room of 193 States is not free, and an old disagreement shows in a later digest too.
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _gone = new();
    private readonly Queue<(long Seen, int Count)> _lately = new();
    private long _checked;
    private Task _following = Task.CompletedTask;

    public string Id { get; } = id;

    public Negotiation Room { get; private set; } = Negotiation.Unopened;

    /// <summary>Position of the last entry folded or passed over, in the whole record.</summary>
    public long Position { get; private set; }

    /// <summary>Where the whole record stood when last heard of.</summary>
    public long Head { get; private set; }

    /// <summary>Null before the first page.</summary>
    public RoomClock? Clock { get; private set; }

    public FeedState State { get; private set; } = FeedState.Reading;

    /// <summary>Why the record may not be watched; null unless <see cref="FeedState.Refused"/>.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Everything seen so far, oldest first.</summary>
    public List<RecordEntry> Record { get; } = [];

    /// <summary>Index in the record of the first entry after which there is a hall to show.</summary>
    public int Seated { get; private set; }

    public List<ClosedVote> ClosedVotes { get; } = [];

    /// <summary>Who sits where; null before the opening positions are known, since like-minded groups sit side by side.</summary>
    public HallPlan? Hall { get; private set; }

    /// <summary>The provision of each issue on which the room was most divided when it opened: what the hall shows until somebody chooses.</summary>
    public ImmutableDictionary<IssueId, ProvisionId> MostDivided { get; private set; } = ImmutableDictionary<IssueId, ProvisionId>.Empty;

    /// <summary>Counts up with each change; a page that has painted this number need not paint again.</summary>
    public int Version { get; private set; }

    /// <summary>Whether entries come in so fast that nothing should be animated singly.</summary>
    public bool IsSwift
    {
        get
        {
            while (_lately.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Seen).TotalSeconds > 2) _lately.Dequeue();
            return State is FeedState.Reading || _lately.Sum(p => p.Count) > 2 * EntriesASecond;
        }
    }

    public void Follow() => _following = Following(_gone.Token);

    /// <summary>Forgets what was folded and reads the record from its beginning.</summary>
    public void ReadAgain()
    {
        (Room, Position, Head, Hall, Refusal) = (Negotiation.Unopened, 0, 0, null, null);
        Record.Clear();
        ClosedVotes.Clear();
        Say(FeedState.Reading);
        if (_following.IsCompleted) Follow();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _following;
        _gone.Dispose();
    }

    private async Task Following(CancellationToken cancel)
    {
        var wait = TimeSpan.Zero;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var line = hub.Line();
                await line.StartAsync(cancel);
                // A page that does not follow on is answered by asking from here; that is no lost connection.
                while (await Watch(line, cancel)) wait = TimeSpan.Zero;
                wait = TimeSpan.Zero;
            }
            catch (HubException e)
            {
                Refusal = InWords(e);
                Say(FeedState.Refused);
                return;
            }
            catch (BrokenRoom)
            {
                Say(FeedState.Broken);
                return;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or OperationCanceledException or System.Net.WebSockets.WebSocketException)
            {
                // A lost line: wait a little and go on from the cursor.
            }
            if (cancel.IsCancellationRequested) return;
            Say(FeedState.Reconnecting);
            try
            {
                await Task.Delay(wait, time, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            wait = TimeSpan.FromSeconds(Math.Min(5, wait.TotalSeconds * 2 + 0.5));
        }
    }

    /// <returns>True to watch again on the same line; false when the line has ended.</returns>
    private async Task<bool> Watch(HubConnection line, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await foreach (var page in line.StreamAsync<EventPage>(nameof(INegotiationHub.Watch), new WatchRequest(Id, Position), enough.Token))
        {
            if (page.From != Position)
            {
                await enough.CancelAsync();
                return true;
            }
            await Fold(page, cancel);
        }
        return false;
    }

    private async Task Fold(EventPage page, CancellationToken cancel)
    {
        try
        {
            var events = page.Events.Read();
            Head = Math.Max(page.Head, page.To);
            if (events.Count > 0) _lately.Enqueue((time.GetTimestamp(), events.Count));
            var began = time.GetTimestamp();
            for (var i = 0; i < events.Count; i++)
            {
                Fold(events[i], page.To == page.Head && time.GetElapsedTime(_checked) > BetweenChecks);
                Position = events[i].Position;
                if (time.GetElapsedTime(began) < FoldingBeforeAPaint) continue;
                Changed();
                await Task.Delay(TimeSpan.FromMilliseconds(1), time, cancel);
                began = time.GetTimestamp();
            }
            Position = page.To;
            Clock = new(page.Desk, time.GetTimestamp());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or NullReferenceException or ArgumentException or InvalidOperationException or System.Diagnostics.UnreachableException)
        {
            throw new BrokenRoom(e);
        }
        Say(page.To >= page.Head ? FeedState.Live : FeedState.Reading);
    }

    private void Fold(SeenEvent seen, bool check)
    {
        var before = Room;
        if (check && seen.Event is RoundEnded round)
        {
            if (NegotiationJson.Digest(Audience.View(Viewer.Public, before)) != round.Digest) throw new BrokenRoom(null);
            _checked = time.GetTimestamp();
        }
        Room = Negotiation.Evolve(before, seen.Event);
        Record.Add(new(seen.Position, seen.Event, before));
        if (seen.Event is OpeningPositionsTaken) (Hall, MostDivided, Seated) = (HallPlan.Of(Room), DivisionsOf(Room), Record.Count - 1);
        if (seen.Event is VoteClosed closed && before.Vote is { } vote) ClosedVotes.Add(new(vote, closed.Result));
    }

    private static ImmutableDictionary<IssueId, ProvisionId> DivisionsOf(Negotiation room) => room.Facts.Issues
        .Where(i => i.Provisions.Any(p => room.Positions.ContainsKey(p.Id)))
        .ToImmutableDictionary(i => i.Id, i => i.Provisions.Where(p => room.Positions.ContainsKey(p.Id)).MaxBy(p => p.IsCounted ? Spread.Of(room.Positions[p.Id]) : -1)!.Id);

    private void Say(FeedState state)
    {
        State = state;
        Changed();
    }

    private void Changed() => Version++;

    /// <summary>The server's words, without the client library's own in front of them.</summary>
    private static string InWords(HubException e)
    {
        const string Mark = "HubException: ";
        var at = e.Message.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? e.Message : e.Message[(at + Mark.Length)..];
    }

    private sealed class BrokenRoom(Exception? inner) : Exception("The folded room does not agree with its record.", inner);
}
