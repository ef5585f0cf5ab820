using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace NegotiationSim.Benchmarks;

/// <summary>The limit of an append alone: a bare SQLite insert of the same 200 bytes, committed to the same disk in the same way, without queue, chain, position or command id.</summary>
[MemoryDiagnoser]
public class InsertBenchmarks : IDisposable
{
    private const int Commands = 1_024;

    private readonly string _folder = Directory.CreateTempSubdirectory("negotiationsim-benchmark-").FullName;
    private SqliteConnection? _database;
    private long _key;

    [GlobalSetup]
    public void Open()
    {
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "bare.db"), Pooling = false }.ToString());
        _database.Open();
        using var create = _database.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (key INTEGER PRIMARY KEY, canonical BLOB NOT NULL);";
        create.ExecuteNonQuery();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _database?.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Commands)]
    public void Insert()
    {
        using var insert = _database!.CreateCommand();
        insert.CommandText = "INSERT INTO event (key, canonical) VALUES ($key, $canonical)";
        var key = insert.Parameters.Add("$key", SqliteType.Integer);
        insert.Parameters.AddWithValue("$canonical", JournalOnDisk.Event.ToArray());
        for (var i = 0; i < Commands; i++)
        {
            key.Value = ++_key;
            insert.ExecuteNonQuery();
        }
    }
}
