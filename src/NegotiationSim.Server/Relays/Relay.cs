using System.Runtime.CompilerServices;
using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Protocol;
using Orleans.Runtime;

namespace NegotiationSim.Server;

/// <summary>Follows one room for all who watch it from this process: each page is fetched once, and every connection is a cursor over it.</summary>
internal sealed class Relay(string room, IGrainFactory grains, Lines lines, TimeProvider wall, ILogger log) : IDisposable
{
    private const int TailBytes = 2 * 1024 * 1024;

    private const int PageBytes = 256 * 1024;

    private const int PageLines = 500;

    /// <summary>How long to gather before the next page when pages follow each other without pause.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan AfterALoss = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Queue<Line> _tail = new();
    private readonly CancellationTokenSource _stopped = new();
    private int _tailBytes;
    private long _head = -1;
    private DeskReading? _desk;
    private TaskCompletionSource _news = NewNews();
    private EventPage? _lastPublic;
    private EventPage? _lastWhole;

    /// <summary>Guarded by the registry.</summary>
    public int Watchers { get; set; }

    public void Start() => _ = Follow();

    // The source itself is left to be collected: whoever follows or reads still looks at it.
    public void Dispose() => _stopped.Cancel();

    /// <summary>Pages from a position on: first what is there, then what comes.</summary>
    /// <exception cref="PositionNotReachedException">The room has no such position.</exception>
    public async IAsyncEnumerable<EventPage> Read(long from, Viewer viewer, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stopped.Token);
        var cursor = from;
        DeskReading? seen = null;
        while (!either.IsCancellationRequested)
        {
            var (head, desk, news) = Now();
            if (desk is null || (head == cursor && ReferenceEquals(desk, seen)))
            {
                try
                {
                    await news.WaitAsync(either.Token);
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }
                continue;
            }
            if (cursor > head && seen is null) throw new PositionNotReachedException(room, cursor, head);

            var page = await Page(cursor, head, desk, viewer, cancel);
            yield return page;
            (cursor, seen) = (page.To, desk);
        }
    }

    private async Task<EventPage> Page(long from, long head, DeskReading desk, Viewer viewer, CancellationToken cancel)
    {
        var last = viewer.IsFacilitator ? Volatile.Read(ref _lastWhole) : Volatile.Read(ref _lastPublic);
        if (last is not null && last.From == from && last.Head == head) return last with { Desk = desk.Now(wall) };

        var (events, to) = Encode(from, head, Tail(from) ?? await lines.After(room, from, cancel), viewer);
        var page = new EventPage(from, to, head, events, desk.Now(wall));
        if (viewer.IsFacilitator) Volatile.Write(ref _lastWhole, page); else Volatile.Write(ref _lastPublic, page);
        return page;
    }

    private static (PageEvents Events, long To) Encode(long from, long head, IEnumerable<Line> lines, Viewer viewer)
    {
        var (to, taken) = (from, 0);
        using var bytes = new MemoryStream();
        bytes.WriteByte((byte)'[');
        foreach (var line in lines)
        {
            if (line.Position > head || taken == PageLines) break;
            if (line.For(viewer) is { } encoded)
            {
                if (bytes.Length > 1 && bytes.Length + encoded.Length > PageBytes) break;
                if (bytes.Length > 1) bytes.WriteByte((byte)',');
                bytes.Write(encoded);
            }
            (to, taken) = (line.Position, taken + 1);
        }
        bytes.WriteByte((byte)']');
        return (bytes.Length == 2 ? PageEvents.None : new(new RawJson(bytes.ToArray())), to);
    }

    private (long Head, DeskReading? Desk, Task News) Now()
    {
        lock (_gate) return (_head, _desk, _news.Task);
    }

    /// <returns>Null when the tail does not reach back so far: the journal does.</returns>
    private List<Line>? Tail(long from)
    {
        lock (_gate)
        {
            if (from < _head - _tail.Count) return null;
            return [.. _tail.Skip((int)(from - (_head - _tail.Count))).Take(PageLines)];
        }
    }

    private async Task Follow()
    {
        var version = 0L;
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                var grain = grains.GetGrain<INegotiationGrain>(room);
                if (_head < 0)
                {
                    var desk = await grain.Desk();
                    version = desk.Version;
                    Take(desk.Position, [], desk);
                    continue;
                }

                var page = await grain.ReadAfter(new(_head, version, ReadOn.LongestWait));
                if (page.IsLeaving) version = 0;
                else version = page.Desk.Version;
                if (!page.Events.IsEmpty || IsNew(page.Desk))
                    Take(page.To, [.. page.Events.Select((canonical, i) => new Line(page.After + 1 + i, canonical))], page.Desk);
                await Task.Delay(page.IsLeaving && page.Events.IsEmpty ? AfterALoss : Gathering, TimeProvider.System, _stopped.Token);
            }
            catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The room's silo may be gone: the next call finds the room on another, at the same position.
                ServerLog.RelayLostItsRoom(log, room, _head, e.Message);
                version = 0;
                await Task.Delay(AfterALoss, TimeProvider.System, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What the running clock shows is no news: everybody can tell.
    private bool IsNew(DeskState desk) => _desk is null || desk with { Clock = default, LeftOnTheWall = default, Version = 0 }
        != _desk.Desk with { Clock = default, LeftOnTheWall = default, Version = 0 };

    private void Take(long head, IReadOnlyList<Line> events, DeskState desk)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            foreach (var line in events)
            {
                _tail.Enqueue(line);
                _tailBytes += line.Size;
            }
            while (_tailBytes > TailBytes && _tail.Count > 1) _tailBytes -= _tail.Dequeue().Size;
            _head = head;
            _desk = new(desk, wall.GetTimestamp());
            told = _news;
            _news = NewNews();
        }
        told.SetResult();
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Somebody asks to go on from a position that the room does not have.</summary>
internal sealed class PositionNotReachedException(string room, long asked, long head)
    : Exception(FormattableString.Invariant($"The record of {room} has {head} events and none at position {asked}. Watch from 0."));
