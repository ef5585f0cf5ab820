using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Grains.Tests;

/// <summary>One room takes commands one at a time, remembers before it answers, and tells those who wait.</summary>
public sealed class TheRoom
{
    private static readonly Inject News = new("power-cut", RoomTime.Of(new(2000, 1, 1), default), "A power cut", "The interpreters cannot be heard.", []);

    [Fact]
    public async Task A_retry_of_a_command_is_harmless()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);

        var first = await room.Submit(Told("facilitator/1", News));
        var again = await room.Submit(Told("facilitator/1", News));
        var other = await room.Submit(Told("facilitator/2", News with { Id = "fog" }));
        var muchLater = await room.Submit(Told("facilitator/1", News));

        Assert.Equal((Outcome.Done, first.Position), (again.Outcome, again.Position));
        Assert.Equal((Outcome.Done, first.Position), (muchLater.Outcome, muchLater.Position));
        Assert.Equal(first.Events.Select(NegotiationJson.Bytes), muchLater.Events.Select(NegotiationJson.Bytes));
        Assert.Equal(first.Position + 1, other.Position);
        Assert.Equal(other.Position, (await cluster.Journal.Head(Room.Name))!.Position);
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        await using var cluster = await AnOpenedRoom();
        var before = await cluster.Journal.Head(Room.Name);

        var again = await cluster.Grains.GetGrain<INegotiationGrain>(Room.Name).Open(Room.Opening(Room.FirstContact, 7, Pace.Live));

        Assert.Equal((Outcome.Done, before!.Position), (again.Outcome, again.Position));
        Assert.Equal(before, await cluster.Journal.Head(Room.Name));
    }

    [Fact]
    public async Task A_refusal_leaves_no_trace()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        await room.Submit(Told("facilitator/1", News));
        var before = await cluster.Journal.Record();

        var refused = await room.Submit(Told("facilitator/2", News));

        Assert.Equal((Outcome.Refused, Refusal.InjectKnown), (refused.Outcome, refused.Refusal));
        Assert.Equal(before, await cluster.Journal.Record());
    }

    [Fact]
    public async Task An_activation_that_missed_an_event_is_refused_by_the_journal_and_gives_way()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        var head = await room.Desk();
        var told = NegotiationJson.Bytes(new InjectApplied("elsewhere", "From elsewhere", "Another silo wrote this.") { At = head.Clock, By = Actor.Facilitator });
        await cluster.Journal.Append(new(Room.Name, head.Position, "elsewhere", [told]));

        await Assert.ThrowsAsync<StaleRoomException>(() => room.Submit(Told("facilitator/1", News)));
        var after = await Room.Insist(() => room.Submit(Told("facilitator/1", News)));

        Assert.Equal((Outcome.Done, head.Position + 2), (after.Outcome, after.Position));
        Assert.Equal(told, (await cluster.Journal.Record())[head.Position]);
    }

    [Fact]
    public async Task A_conductor_that_is_behind_reads_on_first()
    {
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), new FakeTimeProvider());
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);

        var late = await room.Submit(new("conductor/1", new OpenMeeting { By = Actor.CoFacilitators, At = waiting.Clock }, ExpectedPosition: 1));

        Assert.Equal((Outcome.Moved, waiting.Position), (late.Outcome, (await room.Desk()).Position));
    }

    [Fact]
    public async Task A_persons_act_has_the_rooms_time_whatever_it_says()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);

        wall.Advance(TimeSpan.FromSeconds(15));
        var early = await room.Submit(Told("facilitator/1", News));
        Assert.Equal(TimeSpan.FromSeconds(15), early.Events[0].At - waiting.Clock);

        await room.Pause();
        wall.Advance(TimeSpan.FromHours(1));
        var paused = await room.Submit(Told("facilitator/2", News with { Id = "fog" }));
        Assert.Equal(early.Events[0].At, paused.Events[0].At);
    }

    [Fact]
    public async Task The_room_goes_on_after_a_persons_act()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);
        wall.Advance(TimeSpan.FromSeconds(15));

        var told = await room.Submit(Told("facilitator/1", News));
        await room.SetPace(new(Pace.Fast));
        await cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name).Wake();
        await cluster.Grains.UntilItEnds();

        var record = (await cluster.Journal.Record()).Select(bytes => NegotiationJson.Event(bytes)).ToList();
        Assert.Equal("power-cut", Assert.IsType<InjectApplied>(record[(int)told.Position - 1]).Id);
        Assert.True(record.Zip(record.Skip(1), (a, b) => a.At <= b.At).All(inOrder => inOrder));
        Assert.IsType<NegotiationClosed>(record[^1]);
        Assert.True(waiting.Until <= record[^1].At);
    }

    [Fact]
    public async Task The_room_rests_while_the_facilitator_has_suspended_the_meeting()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var conductor = cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name);
        var suspended = await Between(cluster, wall, async i =>
        {
            await room.Submit(new($"facilitator/thanks/{i}", new ReturnFloor { By = Actor.Facilitator }));
            return await room.Submit(new($"facilitator/{i}", new SuspendMeeting(null) { By = Actor.Facilitator }));
        });
        await conductor.Wake();

        await room.SetPace(new(Pace.Fast));
        await conductor.Wake();
        wall.Advance(TimeSpan.FromDays(1));
        await conductor.Wake();
        Assert.Equal(suspended.Position, (await room.Desk()).Position);

        Assert.Equal(Outcome.Done, (await room.Submit(new("facilitator/resume", new ResumeMeeting { By = Actor.Facilitator }))).Outcome);
        await conductor.Wake();
        await cluster.Grains.UntilItEnds();
        Assert.IsType<MeetingSuspended>(NegotiationJson.Event((await cluster.Journal.Record())[suspended.Position - 1]));
    }

    [Fact]
    public async Task Whoever_waits_for_news_is_told_when_there_is_some()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        var desk = await room.Desk();

        var waiting = room.ReadAfter(new(desk.Position, desk.Version, ReadOn.LongestWait));
        Assert.False(waiting.IsCompleted);
        var told = await room.Submit(Told("facilitator/1", News));
        var page = await waiting;

        Assert.Equal((desk.Position, told.Position), (page.After, page.To));
        Assert.Equal(told.Events.Select(NegotiationJson.Bytes), page.Events);
    }

    [Fact]
    public async Task Whoever_waits_for_the_desk_is_told_when_it_changes()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        var desk = await room.Desk();

        var waiting = room.ReadAfter(new(desk.Position, desk.Version, ReadOn.LongestWait));
        await room.SetPace(new(Pace.Fast));

        Assert.Equal((0, Pace.Fast), ((await waiting).Events.Length, (await waiting).Desk.Pace));
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_by_a_room_that_gives_way()
    {
        await using var cluster = await AnOpenedRoom();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        var head = await room.Desk();
        var waiting = room.ReadAfter(new(head.Position, head.Version, ReadOn.LongestWait));
        await cluster.Journal.Append(new(Room.Name, head.Position, "elsewhere",
            [NegotiationJson.Bytes(new InjectApplied("elsewhere", "From elsewhere", "Another silo wrote this.") { At = head.Clock, By = Actor.Facilitator })]));

        await Assert.ThrowsAsync<StaleRoomException>(() => room.Submit(Told("facilitator/1", News)));

        await waiting.WaitAsync(ReadOn.LongestWait / 2);
    }

    [Fact]
    public async Task The_record_is_given_from_any_position_also_where_memory_no_longer_reaches()
    {
        await using var cluster = await ACluster.Of(1);
        var room = await cluster.Grains.Set(Room.CouncilReform, 3, Pace.Fast);
        await cluster.Grains.UntilItEnds(TimeSpan.FromMinutes(3));
        var record = await cluster.Journal.Record();

        foreach (var from in new[] { 0, 1, 6, 7, record.Length / 2, record.Length - 1 })
        {
            var page = await room.ReadAfter(new(from, 0, TimeSpan.Zero));
            Assert.Equal(record[from..Math.Min(record.Length, from + page.Events.Length)], page.Events);
            Assert.NotEmpty(page.Events);
        }
    }

    [Fact]
    public async Task Only_the_rooms_own_token_is_admitted()
    {
        await using var cluster = await ACluster.Of(1);
        var token = FacilitatorToken.New();
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        await room.Open(Room.Opening(Room.FirstContact, 7, Pace.Live, FacilitatorToken.Hash(token)));

        Assert.True(await room.Admits(new(FacilitatorToken.Hash(token))));
        Assert.False(await room.Admits(new(FacilitatorToken.Hash(FacilitatorToken.New()))));
        Assert.False(await room.Admits(new(FacilitatorToken.Hash(""))));
        Assert.False(await cluster.Grains.GetGrain<INegotiationGrain>("nowhere").Admits(new("")));
        Assert.DoesNotContain(token, (await cluster.Journal.Desk(Room.Name))!.Document, StringComparison.Ordinal);
    }

    /// <summary>Lets the room go on, wait by wait, until the act is no longer refused.</summary>
    private static async Task<Submitted> Between(ACluster cluster, FakeTimeProvider wall, Func<int, Task<Submitted>> act)
    {
        for (var i = 0; i < 50; i++)
        {
            var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);
            if (await act(i) is { Outcome: Outcome.Done } done) return done;
            wall.Advance(waiting.LeftOnTheWall);
            await cluster.Grains.Until(d => d.Position > waiting.Position);
        }
        throw new InvalidOperationException("The room never came so far.");
    }

    private static async Task<ACluster> AnOpenedRoom()
    {
        var cluster = await ACluster.Of(1);
        await cluster.Grains.GetGrain<INegotiationGrain>(Room.Name).Open(Room.Opening(Room.FirstContact, 7, Pace.Live));
        return cluster;
    }

    private static SubmitCommand Told(string id, Inject news) => new(id, new ApplyInject(news) { By = Actor.Facilitator });
}
