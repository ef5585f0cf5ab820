namespace NegotiationSim.Journal.Tests;

public sealed class SqliteJournalContractTests : JournalContract, IDisposable
{
    private readonly ATemporaryFolder _folder = new();
    private SqliteJournal? _open;

    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(_open = _folder.Open(Clock));

    protected override async Task<IJournal> Reopen(IJournal journal)
    {
        await _open!.DisposeAsync();
        return await Open();
    }

    protected override async Task Close() => await _open!.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
