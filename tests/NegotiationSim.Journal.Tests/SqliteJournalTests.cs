using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace NegotiationSim.Journal.Tests;

/// <summary>What is true of the file on disk, beyond what every journal promises.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private readonly ATemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_made_when_it_is_not_there()
    {
        var options = new JournalOptions { Folder = Path.Combine(_folder.Path, "not", "there", "yet") };

        using (ATemporaryFolder.Open(options)) { }

        Assert.True(File.Exists(options.File));
    }

    [Fact]
    public async Task The_file_keeps_a_write_ahead_log()
    {
        await using var journal = _folder.Open();

        Assert.Equal("wal", Ask("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_in_one_sentence()
    {
        var file = Path.Combine(_folder.Path, "a file");
        File.WriteAllText(file, "in the way");

        var told = Assert.Throws<JournalUnavailableException>(() => ATemporaryFolder.Open(new JournalOptions { Folder = Path.Combine(file, "data") }));

        AssertOneSentence(told, "cannot be made");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_in_one_sentence()
    {
        Directory.CreateDirectory(_folder.Options.File);

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "it cannot be opened");
    }

    [Fact]
    public void A_file_that_another_program_holds_is_told_in_one_sentence()
    {
        using (_folder.Open()) { }
        using var other = Connect();
        Run(other, "BEGIN IMMEDIATE");

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "another program holds it locked");
    }

    [Fact]
    public void A_damaged_file_is_told_in_one_sentence()
    {
        File.WriteAllText(_folder.Options.File, string.Concat(Enumerable.Repeat("this is no database. ", 500)));

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "it is damaged, or is no database");
    }

    [Fact]
    public void A_file_whose_pages_are_overwritten_is_told_in_one_sentence()
    {
        using (_folder.Open()) { }
        var bytes = File.ReadAllBytes(_folder.Options.File);
        bytes.AsSpan(100, 3_000).Fill(0xAB);
        File.WriteAllBytes(_folder.Options.File, bytes);

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "damaged");
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        using (var other = Connect(SqliteOpenMode.ReadWriteCreate)) Run(other, "CREATE TABLE recipe (name TEXT)");

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "some other program's database");
        Assert.Equal(1L, Ask("SELECT COUNT(*) FROM sqlite_schema"));
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_left_alone()
    {
        using (_folder.Open()) { }
        using (var other = Connect()) Run(other, "PRAGMA user_version = 2");

        AssertOneSentence(Assert.Throws<JournalUnavailableException>(() => _folder.Open()), "newer version");
        Assert.Equal(2L, Ask("PRAGMA user_version"));
    }

    [Fact]
    public async Task An_event_that_was_altered_in_the_file_stops_the_reader_with_the_numbers()
    {
        await using var journal = _folder.Open();
        await journal.Append(new("room", 0, "a", Some.Events(1, 5)));
        using (var other = Connect()) Run(other, "UPDATE event SET canonical = replace(canonical, 'statement 3', 'statement 8') WHERE position = 3");

        Assert.Equal(2, (await journal.ReadAfter("room", 0, 2)).To);
        var altered = await Assert.ThrowsAsync<JournalChainException>(() => journal.ReadAfter("room", 0, 10));

        Assert.Equal(("room", 3), (altered.Room, altered.Position));
        Assert.NotEqual(altered.Stored, altered.Computed);
    }

    [Fact]
    public async Task An_event_that_was_taken_out_of_the_file_stops_the_reader_with_the_numbers()
    {
        await using var journal = _folder.Open();
        await journal.Append(new("room", 0, "a", Some.Events(1, 5)));
        using (var other = Connect()) Run(other, "DELETE FROM event WHERE position = 3");

        var gap = await Assert.ThrowsAsync<JournalGapException>(() => journal.ReadAfter("room", 0, 10));
        Assert.Equal((3, 4), (gap.Expected, gap.Found));
        gap = await Assert.ThrowsAsync<JournalGapException>(() => journal.ReadAfter("room", 3, 10));
        Assert.Equal((3, 4), (gap.Expected, gap.Found));
    }

    [Fact]
    public async Task A_wall_time_that_was_altered_changes_no_fingerprint()
    {
        await using var journal = _folder.Open();
        await journal.Append(new("room", 0, "a", Some.Events(1, 2)));
        using (var other = Connect()) Run(other, "UPDATE event SET wall_time = 0");

        Assert.Equal(Chain.Of(Some.Events(1, 2)), (await journal.ReadAfter("room", 0, 10)).Chain);
    }

    [Fact]
    public async Task Rooms_that_write_at_the_same_time_share_their_commits()
    {
        var log = new ALogToReadBack();
        var options = new JournalOptions { Folder = _folder.Path, CommandsPerCommit = 10 };
        await using var journal = new SqliteJournal(new OptionsWrapper<JournalOptions>(options), TimeProvider.System, log);

        Task<AppendResult>[] waiting;
        using (var other = Connect())
        {
            // While another holds the file, the commands gather.
            Run(other, "BEGIN IMMEDIATE");
            waiting = [.. Enumerable.Range(0, 50).Select(i => journal.Append(new($"room {i}", 0, "a", Some.Events(i, 1))))];
            Run(other, "ROLLBACK");
        }
        Assert.All(await Task.WhenAll(waiting), result => Assert.IsType<Appended>(result));

        var commits = log.Entries.Where(e => e.Id == 103).Select(e => (int)e.Names["Count"]!).ToList();
        Assert.Equal(50, commits.Sum());
        Assert.InRange(commits.Count, 5, 7);
        Assert.All(commits, count => Assert.InRange(count, 1, 10));
    }

    [Fact]
    public async Task A_command_that_fails_takes_none_of_its_neighbours_along()
    {
        await using var journal = _folder.Open();
        using (var other = Connect()) Run(other, "CREATE TRIGGER poison BEFORE INSERT ON event WHEN NEW.room = 'poisoned' AND NEW.position = 2 BEGIN SELECT RAISE(ABORT, 'poison'); END");

        var results = await Together(journal, "before", "poisoned", "after");

        Assert.Equal(["recorded", nameof(JournalUnavailableException), "recorded"], results);
        Assert.Equal(["after", "before"], (await journal.Rooms()).Select(r => r.Room));
    }

    [Fact]
    public async Task A_transaction_that_is_lost_is_told_to_all_who_shared_it_and_the_next_one_goes_well()
    {
        await using var journal = _folder.Open();
        using (var other = Connect()) Run(other, "CREATE TRIGGER poison BEFORE INSERT ON event WHEN NEW.room = 'poisoned' BEGIN SELECT RAISE(ROLLBACK, 'poison'); END");

        var results = await Together(journal, "before", "poisoned", "after");

        Assert.Equal(nameof(JournalUnavailableException), results[1]);
        // Those who were told of the failure are not there, and those who were not told are.
        Assert.Equal(
            new[] { "after", "before" }.Where(room => results[room == "before" ? 0 : 2] == "recorded"),
            (await journal.Rooms()).Select(r => r.Room));
        Assert.IsType<Appended>(await journal.Append(new("later", 0, "a", Some.Events(1, 1))));
    }

    [Fact]
    public async Task A_commit_that_cannot_be_made_is_told_and_the_retry_is_recorded_once()
    {
        await using var journal = _folder.Open();
        var request = new AppendRequest("room", 0, "a", Some.Events(1, 2));
        using (var other = Connect())
        {
            Run(other, "BEGIN IMMEDIATE");
            AssertOneSentence(await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Append(request)), "another program holds it locked");
        }

        Assert.IsType<Appended>(await journal.Append(request));
        Assert.IsType<AlreadyDone>(await journal.Append(request));
    }

    [Fact]
    public async Task Callers_wait_their_turn_when_the_queue_is_full()
    {
        await using var journal = ATemporaryFolder.Open(new JournalOptions { Folder = _folder.Path, CommandsWaiting = 1, CommandsPerCommit = 1 });

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => journal.Append(new($"room {i}", 0, "a", Some.Events(i, 1)))));

        Assert.All(results, result => Assert.IsType<Appended>(result));
        Assert.Equal(100, (await journal.Rooms()).Count);
    }

    [Fact]
    public async Task Of_two_journals_on_one_file_the_stale_one_is_refused()
    {
        await using var fresh = _folder.Open();
        await using var stale = _folder.Open();
        await stale.Append(new("room", 0, "a", Some.Events(1, 1)));
        await fresh.Append(new("room", 1, "b", Some.Events(2, 1)));

        Assert.Equal(new Conflict(2), await stale.Append(new("room", 1, "c", Some.Events(9, 1))));
        Assert.Equal(Chain.Of(Some.Events(1, 2)), (await stale.ReadAfter("room", 0, 10)).Chain);
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_then_takes_nothing_more()
    {
        var journal = _folder.Open();
        var waiting = Enumerable.Range(0, 200).Select(i => journal.Append(new($"room {i}", 0, "a", Some.Events(i, 1)))).ToList();

        await journal.DisposeAsync();

        Assert.All(waiting, append => Assert.True(append.IsCompleted || append.Wait(TimeSpan.FromSeconds(10))));
        Assert.All(await Task.WhenAll(waiting), result => Assert.IsType<Appended>(result));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.Append(new("room", 0, "a", Some.Events(1, 1))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.Rooms());
        await using var again = _folder.Open();
        Assert.Equal(200, (await again.Rooms()).Count);
    }

    [Fact]
    public async Task A_closed_journal_is_one_file_that_can_be_carried_away()
    {
        await using (var journal = _folder.Open())
        {
            await journal.Append(new("room", 0, "a", Some.Events(1, 3)));
            await journal.ReadAfter("room", 0, 10);
        }

        Assert.Equal([_folder.Options.File], Directory.GetFiles(_folder.Path));
    }

    /// <summary>Appends two events in each room, in one commit if all goes well. "recorded" stands for success, else the fault's name.</summary>
    private async Task<string[]> Together(SqliteJournal journal, params string[] rooms)
    {
        Task<AppendResult>[] waiting;
        using (var other = Connect())
        {
            Run(other, "BEGIN IMMEDIATE");
            waiting = [.. rooms.Select(room => journal.Append(new(room, 0, "a", Some.Events(1, 2))))];
            Run(other, "ROLLBACK");
        }
        return await Task.WhenAll(waiting.Select(async append =>
        {
            try
            {
                await append;
                return "recorded";
            }
            catch (JournalUnavailableException e)
            {
                return e.GetType().Name;
            }
        }));
    }

    private static void AssertOneSentence(JournalUnavailableException told, string reason)
    {
        Assert.Contains(reason, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told.Message);
    }

    private SqliteConnection Connect(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.Options.File, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private object? Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
