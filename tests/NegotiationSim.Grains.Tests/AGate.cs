using NegotiationSim.Journal;

namespace NegotiationSim.Grains.Tests;

/// <summary>A journal that takes its time from one position on: whoever appends there waits until the gate is opened.</summary>
internal sealed class AGate(IJournal journal, long position) : IJournal
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the gate stands; it may be moved.</summary>
    public long Position { get; set; } = position;

    /// <summary>Done when somebody waits at the gate.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _open.TrySetResult();

    public async Task<AppendResult> Append(AppendRequest request, CancellationToken cancel = default)
    {
        if (request.ExpectedPosition >= Position)
        {
            _reached.TrySetResult();
            await _open.Task;
        }
        return await journal.Append(request, cancel);
    }

    public Task<AlreadyDone?> Recorded(string room, string commandId, CancellationToken cancel = default) => journal.Recorded(room, commandId, cancel);

    public Task<JournalPage> ReadAfter(string room, long position, int max, CancellationToken cancel = default) => journal.ReadAfter(room, position, max, cancel);

    public Task<IReadOnlyList<RoomHead>> Rooms(CancellationToken cancel = default) => journal.Rooms(cancel);

    public Task<RoomHead?> Head(string room, CancellationToken cancel = default) => journal.Head(room, cancel);

    public Task<Desk?> Desk(string room, CancellationToken cancel = default) => journal.Desk(room, cancel);

    public Task<IReadOnlyList<RoomDesk>> Desks(string status, CancellationToken cancel = default) => journal.Desks(status, cancel);

    public Task SaveDesk(string room, Desk desk, CancellationToken cancel = default) => journal.SaveDesk(room, desk, cancel);

    public Task ForgetDesk(string room, CancellationToken cancel = default) => journal.ForgetDesk(room, cancel);
}
