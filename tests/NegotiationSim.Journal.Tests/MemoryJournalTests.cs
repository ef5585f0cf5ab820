namespace NegotiationSim.Journal.Tests;

public sealed class MemoryJournalTests : JournalContract
{
    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(new MemoryJournal(Clock));

    protected override Task<IJournal> Reopen(IJournal journal) => Task.FromResult(journal);

    protected override Task Close() => Task.CompletedTask;
}
