using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace NegotiationSim.Journal;

/// <summary>The one thread that writes to the file. What waits for it, whatever the room, is committed together.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly JournalOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly SqliteConnection _connection;
    private readonly SqliteSentences _sentences;
    private readonly Channel<Turn> _waiting;
    private readonly Thread _thread;

    public SqliteWriter(JournalOptions options, TimeProvider clock, ILogger log)
    {
        _options = options;
        _clock = clock;
        _log = log;
        _connection = SqliteStore.Open(options);
        _sentences = new SqliteSentences(_connection);
        _waiting = Channel.CreateBounded<Turn>(new BoundedChannelOptions(options.CommandsWaiting) { SingleReader = true });
        _thread = new Thread(Write) { Name = "journal writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Done when the commit is on disk, and not before.</summary>
    public async Task<T> Do<T>(Func<SqliteSentences, T> act, CancellationToken cancel)
    {
        var turn = new Turn<T>(act);
        try
        {
            await _waiting.Writer.WriteAsync(turn, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteJournal), "The journal is closed.");
        }
        return await turn.Answer.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Takes nothing more, and returns when what waits is written.</summary>
    public void Finish()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
    }

    public void Dispose()
    {
        Finish();
        _sentences.Dispose();
        _connection.Dispose();
    }

    private void Write()
    {
        var group = new List<Turn>(_options.CommandsPerCommit);
        // The thread is ours alone: waiting on it keeps nobody else from working.
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < _options.CommandsPerCommit && _waiting.Reader.TryRead(out var turn)) group.Add(turn);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Turn> group)
    {
        var started = _clock.GetTimestamp();
        try
        {
            _sentences.Begin();
            foreach (var turn in group) Take(turn);
            _sentences.Commit();
        }
        catch (Exception e)
        {
            _sentences.TryRollback();
            var told = e is SqliteException sqlite ? SqliteStore.Unavailable(_options, sqlite) : e;
            JournalLog.CommitFailed(_log, told, _options.File, group.Count);
            foreach (var turn in group) turn.Fail(told);
            return;
        }
        var elapsed = _clock.GetElapsedTime(started);
        JournalLog.Committed(_log, group.Count, elapsed);
        foreach (var turn in group) turn.Tell();
    }

    /// <summary>What goes wrong in one command is undone and told to its caller alone, unless the whole transaction is lost.</summary>
    private void Take(Turn turn)
    {
        _sentences.Mark();
        try
        {
            turn.Act(_sentences);
        }
        catch (Exception e)
        {
            if (!_sentences.TryBackToMark()) throw;
            turn.Refuse(e is SqliteException sqlite ? SqliteStore.Unavailable(_options, sqlite) : e);
        }
        _sentences.Unmark();
    }

    private abstract class Turn
    {
        public abstract void Act(SqliteSentences sentences);

        /// <summary>Keeps the fault for after the commit.</summary>
        public abstract void Refuse(Exception fault);

        public abstract void Tell();

        public abstract void Fail(Exception fault);
    }

    private sealed class Turn<T>(Func<SqliteSentences, T> act) : Turn
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _fault;

        public Task<T> Answer => _answer.Task;

        public override void Act(SqliteSentences sentences) => _result = act(sentences);

        public override void Refuse(Exception fault) => _fault = fault;

        public override void Tell()
        {
            if (_fault is { } fault) _answer.SetException(fault);
            else _answer.SetResult(_result!);
        }

        public override void Fail(Exception fault) => _answer.SetException(fault);
    }
}
