using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NegotiationSim.Journal;

/// <summary>The database file: its tables, how to open it, and what to tell people when that fails.</summary>
internal static class SqliteStore
{
    /// <summary>Marks the file as ours: "NSIM" in ASCII.</summary>
    private const int ApplicationId = 0x4E53494D;

    private const int Schema = 1;

    // An event's row holds its long part last: the head of a room is then found without reading it.
    private const string Tables = """
        CREATE TABLE event (
            room TEXT NOT NULL, position INTEGER NOT NULL, chain BLOB NOT NULL, wall_time INTEGER NOT NULL, canonical BLOB NOT NULL,
            PRIMARY KEY (room, position)) WITHOUT ROWID;
        CREATE TABLE command (
            room TEXT NOT NULL, id TEXT NOT NULL, after INTEGER NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (room, id)) WITHOUT ROWID;
        CREATE TABLE desk (room TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX desk_by_status ON desk (status, room);
        """;

    public static string ConnectionTo(JournalOptions options, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = options.File,
        Mode = mode,
        DefaultTimeout = options.LockWaitSeconds,
        Pooling = mode is SqliteOpenMode.ReadOnly,
    }.ToString();

    /// <summary>Opens the file for writing, creating it, its folder and its tables where absent.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be done; the message says why.</exception>
    public static SqliteConnection Open(JournalOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.ResolvedFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JournalUnavailableException($"The journal's folder {options.ResolvedFolder} cannot be made: {e.Message}", e);
        }

        var connection = new SqliteConnection(ConnectionTo(options, SqliteOpenMode.ReadWriteCreate));
        try
        {
            connection.Open();
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {options.LockWaitSeconds * 1000}"));
            Check(connection, options);
            if (Ask<string>(connection, "PRAGMA journal_mode = WAL") is not "wal")
                throw new JournalUnavailableException($"The journal {options.File} cannot be used: its disk does not allow write-ahead logging; choose a folder on a local disk.");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "BEGIN IMMEDIATE");
            Create(connection, options);
            Run(connection, "COMMIT");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Unavailable(options, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static JournalUnavailableException Unavailable(JournalOptions options, SqliteException e) =>
        new($"The journal {options.File} cannot be used: {Reason(e)}.", e);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Looks at the file's marks before anything is written to it.</summary>
    private static void Check(SqliteConnection connection, JournalOptions options)
    {
        var schema = Ask<long>(connection, "PRAGMA user_version");
        var application = Ask<long>(connection, "PRAGMA application_id");
        var tables = Ask<long>(connection, "SELECT COUNT(*) FROM sqlite_schema");

        if (application != ApplicationId && tables > 0)
            throw new JournalUnavailableException($"The file {options.File} is some other program's database and not a journal; choose another folder.");
        if (schema > Schema)
            throw new JournalUnavailableException(string.Create(CultureInfo.InvariantCulture,
                $"The journal {options.File} was written by a newer version of this program (format {schema}, and this one knows {Schema}); start that version."));
    }

    /// <summary>Inside the write lock, so that two programs that start together make the tables once.</summary>
    private static void Create(SqliteConnection connection, JournalOptions options)
    {
        Check(connection, options);
        if (Ask<long>(connection, "PRAGMA user_version") == Schema) return;
        Run(connection, Tables);
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Schema}"));
    }

    private static T Ask<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    // The numbers are SQLite's primary result codes: sqlite.org/rescode.html.
    private static string Reason(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => "another program holds it locked; end that program, or name another Journal:Folder",
        8 => "it may only be read; give this program the right to write the file and its folder",
        10 => $"the disk failed ({e.Message.TrimEnd('.')})",
        13 => "the disk is full",
        14 => "it cannot be opened; see who may read and write its folder",
        11 => "it is damaged; put it aside and restore a copy",
        26 => "it is damaged, or is no database; put it aside and restore a copy",
        _ => e.Message.TrimEnd('.'),
    };
}
