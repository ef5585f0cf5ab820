using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NegotiationSim.Journal;

namespace NegotiationSim.Benchmarks;

/// <summary>A SQLite journal in a folder of its own, gone with it.</summary>
internal sealed class JournalOnDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("negotiationsim-benchmark-").FullName;

    public JournalOnDisk() =>
        Journal = new SqliteJournal(new OptionsWrapper<JournalOptions>(new() { Folder = _folder }), TimeProvider.System, NullLogger<SqliteJournal>.Instance);

    public SqliteJournal Journal { get; }

    /// <summary>An event of 200 bytes.</summary>
    public static ReadOnlyMemory<byte> Event { get; } = Encoding.UTF8.GetBytes($$"""{"$t":"statementMade","text":"{{new string('x', 168)}}"}""");

    public void Dispose()
    {
        Journal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
