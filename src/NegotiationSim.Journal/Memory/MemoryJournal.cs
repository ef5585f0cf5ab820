namespace NegotiationSim.Journal;

/// <summary>A journal that forgets everything with its process. For tests, and for runs whose record is written elsewhere.</summary>
public sealed class MemoryJournal(TimeProvider clock) : IJournal
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Desk> _desks = new(StringComparer.Ordinal);

    public MemoryJournal() : this(TimeProvider.System)
    {
    }

    public Task<AppendResult> Append(AppendRequest request, CancellationToken cancel = default)
    {
        request.ThrowIfMalformed();
        cancel.ThrowIfCancellationRequested();
        lock (_gate) return Task.FromResult(Record(request));
    }

    public Task<AlreadyDone?> Recorded(string room, string commandId, CancellationToken cancel = default)
    {
        lock (_gate) return Task.FromResult(_rooms.GetValueOrDefault(room)?.Recorded(commandId));
    }

    private AppendResult Record(AppendRequest request)
    {
        var room = _rooms.GetValueOrDefault(request.Room) ?? new Room();
        if (room.Recorded(request.CommandId) is { } done) return done;
        if (room.Position != request.ExpectedPosition) return new Conflict(room.Position);

        var wallTime = WallTime.Now(clock);
        foreach (var canonical in request.Events)
        {
            var recorded = new RecordedEvent(room.Position + 1, canonical.ToArray(), wallTime);
            room.Links.Add(Chain.Next(room.ChainAt(room.Position), recorded.Position, canonical.Span));
            room.Events.Add(recorded);
        }
        room.Commands.Add(request.CommandId, (request.ExpectedPosition, room.Position));
        _rooms[request.Room] = room;
        if (request.Desk is { } desk) _desks[request.Room] = desk;
        return new Appended(room.Position, room.ChainAt(room.Position), wallTime);
    }

    public Task<JournalPage> ReadAfter(string room, long position, int max, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        lock (_gate)
        {
            var known = _rooms.GetValueOrDefault(room) ?? new Room();
            if (position > known.Position) throw new JournalGapException(room, position, 0);
            var to = Math.Min(known.Position, position + max);
            return Task.FromResult(new JournalPage(position, known.Between(position, to), known.ChainAt(to)));
        }
    }

    public Task<IReadOnlyList<RoomHead>> Rooms(CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<RoomHead>>([.. _rooms.Where(r => r.Value.Position > 0).Select(r => r.Value.Head(r.Key))]);
    }

    public Task<RoomHead?> Head(string room, CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult(_rooms.GetValueOrDefault(room) is { Position: > 0 } known ? known.Head(room) : null);
    }

    public Task<Desk?> Desk(string room, CancellationToken cancel = default)
    {
        lock (_gate) return Task.FromResult(_desks.GetValueOrDefault(room));
    }

    public Task<IReadOnlyList<RoomDesk>> Desks(string status, CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<RoomDesk>>(
                [.. _desks.Where(d => d.Value.Status == status).Select(d => new RoomDesk(d.Key, d.Value))]);
    }

    public Task SaveDesk(string room, Desk desk, CancellationToken cancel = default)
    {
        AppendRequest.ThrowIfNoName(room, nameof(room));
        desk.ThrowIfMalformed();
        lock (_gate) _desks[room] = desk;
        return Task.CompletedTask;
    }

    public Task ForgetDesk(string room, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            _desks.Remove(room);
            _rooms.GetValueOrDefault(room)?.Commands.Clear();
        }
        return Task.CompletedTask;
    }

    private sealed class Room
    {
        public List<RecordedEvent> Events { get; } = [];

        public List<Fingerprint> Links { get; } = [];

        public Dictionary<string, (long After, long Position)> Commands { get; } = new(StringComparer.Ordinal);

        public long Position => Events.Count;

        public Fingerprint ChainAt(long position) => position == 0 ? Fingerprint.Empty : Links[(int)position - 1];

        public RecordedEvent[] Between(long after, long to) => [.. Events.GetRange((int)after, (int)(to - after))];

        public AlreadyDone? Recorded(string commandId) => Commands.TryGetValue(commandId, out var done)
            ? new(done.After, done.Position, ChainAt(done.Position), Between(done.After, done.Position))
            : null;

        public RoomHead Head(string name) => new(name, Position, ChainAt(Position), Events[0].WallTime, Events[^1].WallTime);
    }
}
