using Microsoft.Data.Sqlite;

namespace NegotiationSim.Journal;

/// <summary>What may be said to the file, each prepared once a connection. Belongs to one thread at a time.</summary>
internal sealed class SqliteSentences(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _bySql = new(StringComparer.Ordinal);

    public void Begin() => Say("BEGIN IMMEDIATE");

    public void BeginReading() => Say("BEGIN DEFERRED");

    public void Commit() => Say("COMMIT");

    public void Mark() => Say("SAVEPOINT turn");

    public void Unmark() => Say("RELEASE turn");

    /// <summary>False when SQLite gave up the whole transaction, and the mark with it.</summary>
    public bool TryBackToMark() => Try("ROLLBACK TO turn");

    /// <summary>Gives the transaction up, unless SQLite has done so already.</summary>
    public void TryRollback() => Try("ROLLBACK");

    public (long Position, Fingerprint Chain) Head(string room)
    {
        using var row = Query("SELECT position, chain FROM event WHERE room = $1 ORDER BY position DESC LIMIT 1", room);
        return row.Read() ? (row.GetInt64(0), Link(row, 1)) : (0, Fingerprint.Empty);
    }

    public (long After, long Position)? Done(string room, string commandId)
    {
        using var row = Query("SELECT after, position FROM command WHERE room = $1 AND id = $2", room, commandId);
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    public void AddEvent(string room, long position, Fingerprint chain, DateTimeOffset wallTime, ReadOnlyMemory<byte> canonical) =>
        Say("INSERT INTO event (room, position, chain, wall_time, canonical) VALUES ($1, $2, $3, $4, $5)",
            room, position, chain.ToArray(), wallTime.ToUnixTimeMilliseconds(), canonical.ToArray());

    public void AddCommand(string room, string id, long after, long position) =>
        Say("INSERT INTO command (room, id, after, position) VALUES ($1, $2, $3, $4)", room, id, after, position);

    public void PutDesk(string room, Desk desk) =>
        Say("INSERT INTO desk (room, status, document) VALUES ($1, $2, $3) ON CONFLICT (room) DO UPDATE SET status = excluded.status, document = excluded.document",
            room, desk.Status, desk.Document);

    public void ForgetDesk(string room)
    {
        Say("DELETE FROM desk WHERE room = $1", room);
        Say("DELETE FROM command WHERE room = $1", room);
    }

    public Desk? Desk(string room)
    {
        using var row = Query("SELECT status, document FROM desk WHERE room = $1", room);
        return row.Read() ? new Desk(row.GetString(0), row.GetString(1)) : null;
    }

    public List<RoomDesk> Desks(string status)
    {
        using var row = Query("SELECT room, status, document FROM desk WHERE status = $1 ORDER BY room", status);
        var desks = new List<RoomDesk>();
        while (row.Read()) desks.Add(new RoomDesk(row.GetString(0), new Desk(row.GetString(1), row.GetString(2))));
        return desks;
    }

    public RoomHead? RoomHead(string room)
    {
        using var last = Query("SELECT position, chain, wall_time FROM event WHERE room = $1 ORDER BY position DESC LIMIT 1", room);
        if (!last.Read()) return null;
        using var first = Query("SELECT wall_time FROM event WHERE room = $1 ORDER BY position LIMIT 1", room);
        first.Read();
        return new RoomHead(room, last.GetInt64(0), Link(last, 1), WallTime.From(first.GetInt64(0)), WallTime.From(last.GetInt64(2)));
    }

    /// <summary>Steps from room to room over the primary key, and never over the events between.</summary>
    public List<string> RoomNames()
    {
        var names = new List<string>();
        for (var name = NameAfter(""); name is not null; name = NameAfter(name)) names.Add(name);
        return names;
    }

    /// <summary>The events after a position, each held against the chain.</summary>
    public JournalPage Read(string room, long after, int max)
    {
        // The row before the first one wanted says where the chain stands; from 0 the chain starts empty.
        using var row = Query("SELECT position, chain, wall_time, canonical FROM event WHERE room = $1 AND position >= $2 ORDER BY position LIMIT $3",
            room, after, after == 0 ? max : max + 1L);

        var link = Fingerprint.Empty;
        if (after > 0)
        {
            if (!row.Read()) throw new JournalGapException(room, after, 0);
            if (row.GetInt64(0) is var found && found != after) throw new JournalGapException(room, after, found);
            link = Link(row, 1);
        }

        var events = new List<RecordedEvent>();
        for (var position = after + 1; row.Read(); position++)
        {
            if (row.GetInt64(0) is var found && found != position) throw new JournalGapException(room, position, found);
            var canonical = row.GetFieldValue<byte[]>(3);
            var (stored, computed) = (Link(row, 1), Chain.Next(link, position, canonical));
            if (stored != computed) throw new JournalChainException(room, position, stored, computed);
            events.Add(new RecordedEvent(position, canonical, WallTime.From(row.GetInt64(2))));
            link = stored;
        }
        return new JournalPage(after, events, link);
    }

    public void Dispose()
    {
        foreach (var command in _bySql.Values) command.Dispose();
    }

    private string? NameAfter(string name)
    {
        using var row = Query("SELECT room FROM event WHERE room > $1 ORDER BY room LIMIT 1", name);
        return row.Read() ? row.GetString(0) : null;
    }

    private static Fingerprint Link(SqliteDataReader row, int column) => Fingerprint.Of(row.GetFieldValue<byte[]>(column));

    private bool Try(string sql)
    {
        try
        {
            Say(sql);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private void Say(string sql, params ReadOnlySpan<object> values) => Prepared(sql, values).ExecuteNonQuery();

    private SqliteDataReader Query(string sql, params ReadOnlySpan<object> values) => Prepared(sql, values).ExecuteReader();

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object> values)
    {
        if (!_bySql.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _bySql.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }
}
