using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NegotiationSim.Journal;

/// <summary>The journal in one SQLite file. A commit reaches the disk before its answer; rooms that write at the same time share it.</summary>
/// <remarks>Opens the file at once, and creates it where absent. Disposing writes what waits and closes the file.</remarks>
public sealed class SqliteJournal : IJournal, IDisposable, IAsyncDisposable
{
    private readonly JournalOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly SqliteWriter _writer;
    private readonly string _reading;
    private int _disposed;

    /// <exception cref="JournalUnavailableException">The file cannot be opened; the message says why.</exception>
    public SqliteJournal(IOptions<JournalOptions> options, TimeProvider clock, ILogger<SqliteJournal> log)
    {
        _options = options.Value;
        _clock = clock;
        _log = log;
        _writer = new SqliteWriter(_options, clock, log);
        _reading = SqliteStore.ConnectionTo(_options, SqliteOpenMode.ReadOnly);
        JournalLog.Opened(log, _options.File);
    }

    public async Task<AppendResult> Append(AppendRequest request, CancellationToken cancel = default)
    {
        request.ThrowIfMalformed();
        var result = await _writer.Do(sentences => Record(sentences, request), cancel).ConfigureAwait(false);
        switch (result)
        {
            case Appended appended: JournalLog.Appended(_log, request.Room, request.Events.Count, appended.Position); break;
            case AlreadyDone: JournalLog.AlreadyDone(_log, request.Room, request.CommandId); break;
            case Conflict conflict: JournalLog.Conflicted(_log, request.Room, request.ExpectedPosition, conflict.Position); break;
        }
        return result;
    }

    public Task<AlreadyDone?> Recorded(string room, string commandId, CancellationToken cancel = default) =>
        Read(sentences => Recorded(sentences, room, commandId), cancel);

    private static AlreadyDone? Recorded(SqliteSentences sentences, string room, string commandId)
    {
        if (sentences.Done(room, commandId) is not var (after, to)) return null;
        var page = sentences.Read(room, after, (int)(to - after));
        return new AlreadyDone(after, to, page.Chain, page.Events);
    }

    private AppendResult Record(SqliteSentences sentences, AppendRequest request)
    {
        if (Recorded(sentences, request.Room, request.CommandId) is { } done) return done;

        var (position, chain) = sentences.Head(request.Room);
        if (position != request.ExpectedPosition) return new Conflict(position);

        var wallTime = WallTime.Now(_clock);
        foreach (var canonical in request.Events)
        {
            chain = Chain.Next(chain, ++position, canonical.Span);
            sentences.AddEvent(request.Room, position, chain, wallTime, canonical);
        }
        sentences.AddCommand(request.Room, request.CommandId, request.ExpectedPosition, position);
        if (request.Desk is { } desk) sentences.PutDesk(request.Room, desk);
        return new Appended(position, chain, wallTime);
    }

    public Task<JournalPage> ReadAfter(string room, long position, int max, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return Read(sentences => sentences.Read(room, position, max), cancel);
    }

    public Task<IReadOnlyList<RoomHead>> Rooms(CancellationToken cancel = default) =>
        Read<IReadOnlyList<RoomHead>>(sentences => [.. sentences.RoomNames().Select(name => sentences.RoomHead(name)!)], cancel);

    public Task<RoomHead?> Head(string room, CancellationToken cancel = default) => Read(sentences => sentences.RoomHead(room), cancel);

    public Task<Desk?> Desk(string room, CancellationToken cancel = default) => Read(sentences => sentences.Desk(room), cancel);

    public Task<IReadOnlyList<RoomDesk>> Desks(string status, CancellationToken cancel = default) =>
        Read<IReadOnlyList<RoomDesk>>(sentences => sentences.Desks(status), cancel);

    public Task SaveDesk(string room, Desk desk, CancellationToken cancel = default)
    {
        AppendRequest.ThrowIfNoName(room, nameof(room));
        desk.ThrowIfMalformed();
        return _writer.Do(sentences => Nothing(() => sentences.PutDesk(room, desk)), cancel);
    }

    public Task ForgetDesk(string room, CancellationToken cancel = default) =>
        _writer.Do(sentences => Nothing(() => sentences.ForgetDesk(room)), cancel);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _writer.Finish();
        // The readers go first: the last to close folds the write-ahead log into the file, and a reader may not.
        using (var pooled = new SqliteConnection(_reading)) SqliteConnection.ClearPool(pooled);
        _writer.Dispose();
        JournalLog.Closed(_log, _options.File);
    }

    public async ValueTask DisposeAsync() => await Task.Run(Dispose).ConfigureAwait(false);

    /// <summary>Reads one moment of the file, beside the writer. SQLite answers on the calling thread, which may be a grain's: so another does it.</summary>
    private Task<T> Read<T>(Func<SqliteSentences, T> read, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
        return Task.Run(() =>
        {
            try
            {
                using var connection = new SqliteConnection(_reading);
                connection.Open();
                using var sentences = new SqliteSentences(connection);
                sentences.BeginReading();
                try
                {
                    return read(sentences);
                }
                finally
                {
                    sentences.TryRollback();
                }
            }
            catch (SqliteException e)
            {
                throw SqliteStore.Unavailable(_options, e);
            }
        }, cancel);
    }

    private static bool Nothing(Action act)
    {
        act();
        return true;
    }
}
