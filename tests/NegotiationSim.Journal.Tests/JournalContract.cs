using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace NegotiationSim.Journal.Tests;

/// <summary>What every journal promises, whatever it is kept in. A new kind of journal derives from this and says how to open one.</summary>
public abstract class JournalContract : IAsyncLifetime
{
    private const string Room = "room-1";

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2015, 11, 20, 9, 30, 0, TimeSpan.Zero));

    protected IJournal Journal { get; private set; } = null!;

    /// <summary>Opens an empty journal on <see cref="Clock"/>, closed and removed by the test's end.</summary>
    protected abstract Task<IJournal> Open();

    /// <summary>Closes the journal and opens it again, with what was in it. One that forgets with its process gives the same one back.</summary>
    protected abstract Task<IJournal> Reopen(IJournal journal);

    protected abstract Task Close();

    public async Task InitializeAsync() => Journal = await Open();

    public Task DisposeAsync() => Close();

    [Fact]
    public async Task A_new_room_is_empty()
    {
        var page = await Journal.ReadAfter(Room, 0, 10);

        Assert.Empty(page.Events);
        Assert.Equal(0, page.To);
        Assert.Equal(Fingerprint.Empty, page.Chain);
        Assert.Null(await Journal.Head(Room));
        Assert.Empty(await Journal.Rooms());
    }

    [Fact]
    public async Task What_was_recorded_is_read_back_in_order_with_its_wall_time()
    {
        var first = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 2)));
        Clock.Advance(TimeSpan.FromSeconds(90));
        var second = Assert.IsType<Appended>(await Append(2, "b", Some.Events(3, 1)));

        var page = await Journal.ReadAfter(Room, 0, 10);

        Assert.Equal(
            [new(1, Some.Event(1), first.WallTime), new(2, Some.Event(2), first.WallTime), new(3, Some.Event(3), second.WallTime)],
            page.Events);
        Assert.Equal(Clock.GetUtcNow(), second.WallTime);
        Assert.Equal(3, second.Position);
        Assert.Equal(second.Chain, page.Chain);
        Assert.Equal(Chain.Of(Some.Events(1, 3)), page.Chain);
    }

    [Fact]
    public async Task The_wall_clock_leaves_the_fingerprint_alone()
    {
        var early = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 2)));
        Clock.Advance(TimeSpan.FromDays(3));
        var late = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 2), room: "room-2"));

        Assert.NotEqual(early.WallTime, late.WallTime);
        Assert.Equal(early.Chain, late.Chain);
    }

    [Fact]
    public async Task A_command_decided_on_an_older_room_is_refused_with_the_position_of_the_room()
    {
        await Append(0, "a", Some.Events(1, 3));

        Assert.Equal(new Conflict(3), await Append(1, "b", Some.Events(9, 1)));
        Assert.Equal(new Conflict(3), await Append(0, "c", Some.Events(9, 1)));
        Assert.Equal(3, (await Journal.Head(Room))!.Position);
    }

    [Fact]
    public async Task A_command_decided_on_a_room_that_is_not_there_yet_is_refused_too()
    {
        Assert.Equal(new Conflict(0), await Append(1, "a", Some.Events(1, 1)));
        Assert.Empty(await Journal.Rooms());
    }

    [Fact]
    public async Task A_refused_command_may_come_again_under_its_id()
    {
        await Append(0, "a", Some.Events(1, 1));
        await Append(0, "b", Some.Events(2, 1));

        Assert.Equal(2, Assert.IsType<Appended>(await Append(1, "b", Some.Events(2, 1))).Position);
    }

    [Fact]
    public async Task A_retry_records_nothing_and_is_told_what_was_recorded()
    {
        await Append(0, "a", Some.Events(1, 1));
        var recorded = Assert.IsType<Appended>(await Append(1, "b", Some.Events(2, 2)));
        await Append(3, "c", Some.Events(4, 1));

        var again = Assert.IsType<AlreadyDone>(await Append(1, "b", Some.Events(7, 5)));

        Assert.Equal((1, 3, recorded.Chain), (again.After, again.Position, again.Chain));
        Assert.Equal((await Journal.ReadAfter(Room, 1, 2)).Events, again.Events);
        Assert.Equal(4, (await Journal.Head(Room))!.Position);
    }

    [Fact]
    public async Task A_retry_is_known_whatever_position_it_expects()
    {
        await Append(0, "a", Some.Events(1, 1));

        Assert.IsType<AlreadyDone>(await Append(1, "a", Some.Events(1, 1)));
        Assert.IsType<AlreadyDone>(await Append(40, "a", Some.Events(1, 1)));
    }

    [Fact]
    public async Task What_a_command_recorded_can_be_looked_up_by_its_id()
    {
        await Append(0, "a", Some.Events(1, 1));
        await Append(1, "b", Some.Events(2, 2));
        await Append(3, "c", []);

        var done = await Journal.Recorded(Room, "b");

        Assert.Equal((1, 3), (done!.After, done.Position));
        Assert.Equal((await Journal.ReadAfter(Room, 1, 2)).Events, done.Events);
        Assert.Empty((await Journal.Recorded(Room, "c"))!.Events);
        Assert.Null(await Journal.Recorded(Room, "d"));
        Assert.Null(await Journal.Recorded("room-2", "a"));
    }

    [Fact]
    public async Task Command_ids_of_two_rooms_do_not_meet()
    {
        await Append(0, "a", Some.Events(1, 1));

        Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 1), room: "room-2"));
    }

    [Fact]
    public async Task A_command_without_events_moves_the_desk_and_not_the_room()
    {
        await Append(0, "a", Some.Events(1, 2));
        var before = (await Journal.Head(Room))!;

        var paused = Assert.IsType<Appended>(await Append(2, "pause", [], desk: new Desk("paused", "{}")));

        Assert.Equal((2, before.Chain), (paused.Position, paused.Chain));
        Assert.Equal(before, await Journal.Head(Room));
        Assert.Equal("paused", (await Journal.Desk(Room))!.Status);
        var again = Assert.IsType<AlreadyDone>(await Append(2, "pause", [], desk: new Desk("running", "{}")));
        Assert.Equal((2, 2, 0), (again.After, again.Position, again.Events.Count));
        Assert.Equal("paused", (await Journal.Desk(Room))!.Status);
    }

    [Fact]
    public async Task A_desk_may_be_laid_before_the_first_event()
    {
        var laid = Assert.IsType<Appended>(await Append(0, "lay", [], desk: new Desk("waiting", """{"pace":1}""")));

        Assert.Equal((0, Fingerprint.Empty), (laid.Position, laid.Chain));
        Assert.Equal(new Desk("waiting", """{"pace":1}"""), await Journal.Desk(Room));
        Assert.Empty(await Journal.Rooms());
        Assert.IsType<Appended>(await Append(0, "open", Some.Events(1, 1)));
    }

    [Fact]
    public async Task A_refused_command_leaves_the_desk_as_it_was()
    {
        await Append(0, "a", Some.Events(1, 1), desk: new Desk("running", "{}"));

        await Append(0, "b", Some.Events(2, 1), desk: new Desk("paused", "{}"));

        Assert.Equal("running", (await Journal.Desk(Room))!.Status);
    }

    [Fact]
    public async Task Rooms_are_found_by_the_status_of_their_desk()
    {
        await Append(0, "a", Some.Events(1, 1), desk: new Desk("running", "1"), room: "b");
        await Append(0, "a", Some.Events(1, 1), desk: new Desk("paused", "2"), room: "c");
        await Journal.SaveDesk("a", new Desk("running", "3"));
        await Append(0, "a", Some.Events(1, 1), room: "d");

        Assert.Equal([new("a", new("running", "3")), new("b", new("running", "1"))], await Journal.Desks("running"));

        await Journal.SaveDesk("b", new Desk("paused", "1"));
        Assert.Equal([new("b", new("paused", "1")), new("c", new("paused", "2"))], await Journal.Desks("paused"));
        Assert.Empty(await Journal.Desks("finished"));
    }

    [Fact]
    public async Task A_forgotten_desk_takes_its_commands_along_and_leaves_the_record()
    {
        await Append(0, "a", Some.Events(1, 2), desk: new Desk("running", "{}"));
        var before = await Journal.Head(Room);

        await Journal.ForgetDesk(Room);

        Assert.Null(await Journal.Desk(Room));
        Assert.Empty(await Journal.Desks("running"));
        Assert.Equal(before, await Journal.Head(Room));
        Assert.IsType<Conflict>(await Append(0, "a", Some.Events(1, 2)));
    }

    [Fact]
    public async Task Rooms_are_listed_with_where_they_stand()
    {
        var first = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 2), room: "zürich"));
        Clock.Advance(TimeSpan.FromHours(1));
        var second = Assert.IsType<Appended>(await Append(2, "b", Some.Events(3, 1), room: "zürich"));
        var other = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 1), room: "Accra"));

        Assert.Equal(
            [new("Accra", 1, other.Chain, other.WallTime, other.WallTime), new("zürich", 3, second.Chain, first.WallTime, second.WallTime)],
            await Journal.Rooms());
    }

    [Fact]
    public async Task What_is_acknowledged_can_be_read_at_once()
    {
        for (var position = 0; position < 300; position++)
        {
            var appended = Assert.IsType<Appended>(await Append(position, $"{position}", Some.Events(position, 1)));
            Assert.Equal((appended.Position, appended.Chain), (await Journal.Head(Room)) is { } head ? (head.Position, head.Chain) : default);
        }
    }

    [Fact]
    public async Task Reading_goes_on_where_the_last_page_ended()
    {
        await Append(0, "a", Some.Events(1, 10));

        var pages = new List<JournalPage>();
        await foreach (var page in Journal.ReadToEnd(Room, after: 1, pageSize: 4)) pages.Add(page);

        Assert.Equal([(1, 5), (5, 9), (9, 10)], pages.Select(p => (p.After, p.To)));
        Assert.Equal((await Journal.ReadAfter(Room, 1, 100)).Events, pages.SelectMany(p => p.Events));
        Assert.Equal((await Journal.Head(Room))!.Chain, pages[^1].Chain);
        Assert.Empty((await Journal.ReadAfter(Room, 10, 5)).Events);
        Assert.Equal(Chain.Of(Some.Events(1, 5)), pages[0].Chain);
    }

    [Fact]
    public async Task Reading_on_from_a_position_that_the_room_never_had_stops_with_the_numbers()
    {
        await Append(0, "a", Some.Events(1, 3));

        var gap = await Assert.ThrowsAsync<JournalGapException>(() => Journal.ReadAfter(Room, 41, 10));

        Assert.Equal((Room, 41, 0), (gap.Room, gap.Expected, gap.Found));
        Assert.Contains("41", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_callers_do_to_their_bytes_afterwards_changes_nothing()
    {
        var bytes = Some.Event(1).ToArray();
        await Append(0, "a", [bytes]);
        bytes.AsSpan().Reverse();

        Assert.Equal(Some.Event(1).ToArray(), (await Journal.ReadAfter(Room, 0, 1)).Events[0].Canonical.ToArray());
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData(" ", "a")]
    [InlineData("room", "")]
    public async Task A_nameless_room_or_command_is_a_mistake_of_the_caller(string room, string command) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append(new AppendRequest(room, 0, command, [])));

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{\"a\":\n1}")]
    public async Task An_event_is_a_JSON_object_on_one_line(string canonical) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Append(0, "a", [System.Text.Encoding.UTF8.GetBytes(canonical)]));

    [Fact]
    public async Task Of_many_writers_in_one_room_exactly_one_wins_at_each_position()
    {
        const int Writers = 16, Rounds = 25;
        var results = new List<AppendResult>();
        for (var round = 0; round < Rounds; round++)
        {
            var (position, number) = (round, round * Writers);
            var rivals = await Task.WhenAll(Enumerable.Range(0, Writers)
                .Select(i => Task.Run(() => Append(position, $"{number + i}", Some.Events(number + i, 1)))));
            Assert.Single(rivals.OfType<Appended>());
            results.AddRange(rivals);
        }

        Assert.Equal(Rounds, (await Journal.Head(Room))!.Position);
        Assert.Equal(Rounds * (Writers - 1), results.OfType<Conflict>().Count());
    }

    [Fact]
    public async Task Many_rooms_write_at_the_same_time_and_each_keeps_its_own_order()
    {
        const int Rooms = 40, Commands = 20;
        await Task.WhenAll(Enumerable.Range(0, Rooms).Select(r => Task.Run(async () =>
        {
            for (var c = 0; c < Commands; c++)
            {
                Assert.IsType<Appended>(await Append(2 * c, $"{c}", Some.Events(1000 * r + 2 * c, 2), room: $"room {r:00}"));
                // A rival in the same commit is refused and takes nothing of its neighbours with it.
                Assert.IsType<Conflict>(await Append(0, $"rival {c}", Some.Events(0, 1), room: $"room {r:00}"));
            }
        })));

        var heads = await Journal.Rooms();
        Assert.Equal(Rooms, heads.Count);
        for (var r = 0; r < Rooms; r++)
        {
            var page = await Journal.ReadAfter($"room {r:00}", 0, 1_000);
            Assert.Equal(Some.Events(1000 * r, 2 * Commands).Select(e => e.ToArray()), page.Events.Select(e => e.Canonical.ToArray()));
            Assert.Equal(heads[r].Chain, page.Chain);
        }
    }

    [Fact]
    public async Task A_command_that_is_sent_many_times_at_once_is_done_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Append(0, "a", Some.Events(1, 3)))));

        var done = Assert.Single(results.OfType<Appended>());
        Assert.All(results.OfType<AlreadyDone>(), again => Assert.Equal((0, done.Position, done.Chain), (again.After, again.Position, again.Chain)));
        Assert.Equal(31, results.OfType<AlreadyDone>().Count());
    }

    [Fact]
    public async Task A_journal_that_is_closed_and_opened_again_goes_on()
    {
        var before = Assert.IsType<Appended>(await Append(0, "a", Some.Events(1, 3), desk: new Desk("running", """{"pace":60}""")));

        Journal = await Reopen(Journal);

        Assert.Equal(before.Chain, (await Journal.ReadAfter(Room, 0, 10)).Chain);
        Assert.Equal(new Desk("running", """{"pace":60}"""), await Journal.Desk(Room));
        Assert.IsType<AlreadyDone>(await Append(0, "a", Some.Events(1, 3)));
        Assert.Equal(Chain.Of(Some.Events(1, 4)), Assert.IsType<Appended>(await Append(3, "b", Some.Events(4, 1))).Chain);
    }

    /// <summary>Any sequence of commands at all: the journal does what a list of events and a table of commands would do.</summary>
    [Fact]
    public async Task A_journal_answers_as_the_simplest_one_would()
    {
        var anyStep = Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 1], Gen.Int[0, 6], Some.AnyEvent.Array[0, 3], Gen.Int[0, 9]);
        var trial = 0;
        await anyStep.Array[1, 25].SampleAsync(async steps =>
        {
            var name = $"trial {Interlocked.Increment(ref trial)}";
            var model = new Dictionary<string, SimplestRoom>();
            foreach (var (room, offset, command, events, what) in steps)
            {
                var of = $"{name} room {room}";
                if (!model.TryGetValue(of, out var expected)) model[of] = expected = new SimplestRoom();
                var desk = what is 1 or 2 ? new Desk($"{name} {what}", $"{events.Length}") : null;
                switch (what)
                {
                    case 8:
                        await Journal.ForgetDesk(of);
                        expected.Forget();
                        break;
                    case 9:
                        await Journal.SaveDesk(of, new Desk(name, "9"));
                        expected.Desk = new Desk(name, "9");
                        break;
                    default:
                        var request = new AppendRequest(of, Math.Max(0, expected.Events.Count + offset), $"{command}", events, desk);
                        Assert.Equal(expected.Append(request), Shape(await Journal.Append(request)));
                        break;
                }
            }
            foreach (var (room, expected) in model)
            {
                var page = await Journal.ReadAfter(room, 0, 1_000);
                Assert.Equal(expected.Events, page.Events.Texts());
                Assert.Equal(Chain.Of(expected.Events.Select(e => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(e))), page.Chain);
                Assert.Equal(expected.Desk, await Journal.Desk(room));
                Assert.Equal(expected.Events.Count, (await Journal.Head(room))?.Position ?? 0);
            }
        }, iter: 60, threads: 2);
    }

    private static string Shape(AppendResult result) => result switch
    {
        Appended a => $"appended {a.Position}",
        AlreadyDone d => $"already done {d.After} {d.Position} {string.Concat(d.Events.Texts())}",
        Conflict c => $"conflict {c.Position}",
        _ => "?",
    };

    private sealed class SimplestRoom
    {
        private readonly Dictionary<string, (int After, int To)> _commands = [];

        public List<string> Events { get; } = [];

        public Desk? Desk { get; set; }

        public string Append(AppendRequest request)
        {
            if (_commands.TryGetValue(request.CommandId, out var done))
                return $"already done {done.After} {done.To} {string.Concat(Events[done.After..done.To])}";
            if (request.ExpectedPosition != Events.Count) return $"conflict {Events.Count}";
            Events.AddRange(request.Events.Select(e => System.Text.Encoding.UTF8.GetString(e.Span)));
            _commands[request.CommandId] = ((int)request.ExpectedPosition, Events.Count);
            Desk = request.Desk ?? Desk;
            return $"appended {Events.Count}";
        }

        public void Forget()
        {
            _commands.Clear();
            Desk = null;
        }
    }

    private Task<AppendResult> Append(long expected, string command, IReadOnlyList<ReadOnlyMemory<byte>> events, Desk? desk = null, string room = Room) =>
        Journal.Append(new AppendRequest(room, expected, command, events, desk));
}
