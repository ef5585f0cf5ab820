using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace NegotiationSim.Journal.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class ATemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("negotiationsim-journal-").FullName;

    public JournalOptions Options => new() { Folder = Path, LockWaitSeconds = 1 };

    public SqliteJournal Open(TimeProvider? clock = null) => Open(Options, clock);

    public static SqliteJournal Open(JournalOptions options, TimeProvider? clock = null) =>
        new(new OptionsWrapper<JournalOptions>(options), clock ?? TimeProvider.System, NullLogger<SqliteJournal>.Instance);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
