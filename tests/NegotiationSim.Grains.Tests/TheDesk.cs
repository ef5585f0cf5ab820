using Microsoft.Extensions.Time.Testing;
using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Grains.Tests;

/// <summary>Start, pause, resume and pace: the wall's clock moves the room, and the record does not know.</summary>
public sealed class TheDesk
{
    private static readonly Pace AMinuteASecond = Pace.TryOf(60, out var pace) ? pace : throw new InvalidOperationException();

    [Fact]
    public async Task A_room_that_was_opened_waits_to_be_started()
    {
        await using var cluster = await ACluster.Of(1);
        var room = cluster.Grains.GetGrain<INegotiationGrain>(Room.Name);
        var opened = await room.Open(Room.Opening(Room.FirstContact, 7, Pace.Fast));
        await cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name).Wake();

        Assert.Equal((RoomStatus.Opened, opened.Position), await Standing(room));
        Assert.Equal("NotStarted", (await room.Pause()).Refusal?.Code);
        Assert.Equal("NotStarted", (await room.Resume()).Refusal?.Code);
        Assert.Equal((RoomStatus.Opened, opened.Position), await Standing(room));
    }

    [Fact]
    public async Task The_room_waits_as_long_as_the_step_says_and_no_longer()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);

        wall.Advance(waiting.LeftOnTheWall - TimeSpan.FromSeconds(1));
        Assert.Equal(waiting.Position, (await room.Desk()).Position);
        Assert.Equal(TimeSpan.FromSeconds(1), waiting.Until - (await room.Desk()).Clock);

        wall.Advance(TimeSpan.FromSeconds(1));
        await cluster.Grains.Until(d => d.Position > waiting.Position);
    }

    [Fact]
    public async Task A_pause_keeps_what_was_left_of_the_waiting()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);

        wall.Advance(TimeSpan.FromSeconds(20));
        await room.Pause();
        wall.Advance(TimeSpan.FromDays(1));
        var paused = await room.Desk();
        Assert.Equal((waiting.Position, TimeSpan.FromSeconds(20)), (paused.Position, paused.Clock - waiting.Clock));

        await room.Resume();
        await cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name).Wake();
        Assert.Equal(waiting.LeftOnTheWall - TimeSpan.FromSeconds(20), (await room.Desk()).LeftOnTheWall);
        wall.Advance(waiting.LeftOnTheWall - TimeSpan.FromSeconds(20));
        await cluster.Grains.Until(d => d.Position > waiting.Position);
    }

    [Fact]
    public async Task A_paused_room_shows_the_time_that_was_written_down_however_long_the_writing_took()
    {
        var wall = new FakeTimeProvider();
        var journal = new AGate(new MemoryJournal(), long.MaxValue);
        await using var cluster = await ACluster.Of(1, journal, wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);
        journal.Position = waiting.Position;

        wall.Advance(TimeSpan.FromSeconds(20));
        var pausing = room.Pause();
        await journal.Reached;
        wall.Advance(TimeSpan.FromSeconds(10));
        journal.Open();

        var paused = (await pausing).Desk;
        var written = DeskSheet.Read((await journal.Desk(Room.Name))!);
        Assert.Equal((RoomStatus.Paused, TimeSpan.FromSeconds(20)), (paused.Status, paused.Clock - waiting.Clock));
        Assert.Equal(paused.Clock, written.Clock);
    }

    [Fact]
    public async Task A_desk_that_was_swept_away_leaves_a_room_that_stands_still_or_is_over()
    {
        await using var cluster = await ACluster.Of(1);
        var record = Room.Headless(Room.FirstContact, 7);
        foreach (var (name, length, status) in new[] { ("open", record.Length / 2, RoomStatus.Paused), ("closed", record.Length, RoomStatus.Ended) })
        {
            await cluster.Journal.Append(new(name, 0, "open", [.. record.Take(length).Select(e => new ReadOnlyMemory<byte>(e))]));
            var room = cluster.Grains.GetGrain<INegotiationGrain>(name);
            Assert.Equal((status, (long)length), await Standing(room));
            Assert.Equal(status, DeskSheet.Swept(Negotiation.Replay(Negotiation.Unopened, record.Take(length).Select(e => NegotiationJson.Event(e)))).Status);
        }
    }

    [Fact]
    public async Task Another_pace_shortens_what_is_left_of_the_waiting()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);
        var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);

        await room.SetPace(new(AMinuteASecond));
        await cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name).Wake();

        Assert.Equal(waiting.LeftOnTheWall / 60, (await room.Desk()).LeftOnTheWall);
        Assert.Equal(waiting.Clock, (await room.Desk()).Clock);
        await cluster.Grains.Until(d => d.Position == waiting.Position);
        wall.Advance(waiting.LeftOnTheWall / 60);
        await cluster.Grains.Until(d => d.Position > waiting.Position);
    }

    [Fact]
    public async Task A_room_that_was_paused_and_hurried_has_the_same_record_as_one_that_was_not()
    {
        var wall = new FakeTimeProvider();
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), wall);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, AMinuteASecond);
        var conductor = cluster.Grains.GetGrain<ICoFacilitatorGrain>(Room.Name);

        for (var i = 0; i < 12; i++)
        {
            var waiting = await cluster.Grains.Until(d => d.Until > d.Clock);
            await room.Pause();
            wall.Advance(TimeSpan.FromHours(1));
            await room.SetPace(new(i % 2 == 0 ? Pace.Live : AMinuteASecond));
            await room.Resume();
            await conductor.Wake();
            wall.Advance((await room.Desk()).LeftOnTheWall + TimeSpan.FromMilliseconds(1));
            await cluster.Grains.Until(d => d.Position > waiting.Position);
        }
        await room.SetPace(new(Pace.Fast));
        await conductor.Wake();
        await cluster.Grains.UntilItEnds();

        Assert.Equal(Room.Headless(Room.FirstContact, 7), await cluster.Journal.Record());
    }

    [Fact]
    public async Task A_silo_that_comes_back_goes_on_with_the_rooms_that_were_running()
    {
        var expected = Room.Headless(Room.FirstContact, 7);
        var journal = new MemoryJournal();
        await using (var before = await ACluster.Of(1, journal))
        {
            await before.Grains.Set(Room.FirstContact, 7, Pace.Live);
            await before.Grains.Until(d => d.Until > d.Clock);
            await before.Grains.GetGrain<INegotiationGrain>(Room.Name).SetPace(new(Pace.Fast));
            // Nobody is woken: the one that comes after finds the room by itself.
        }

        await using var after = await ACluster.Of(1, journal);
        await after.Grains.UntilItEnds();

        Assert.Equal(expected, await journal.Record());
    }

    [Fact]
    public async Task A_room_that_is_over_can_no_longer_be_started_paused_or_hurried()
    {
        await using var cluster = await ACluster.Of(1);
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Fast);
        await cluster.Grains.UntilItEnds();

        foreach (var reply in new[] { await room.Start(), await room.Pause(), await room.Resume(), await room.SetPace(new(Pace.Live)) })
            Assert.Equal((Refusal.NegotiationIsOver, RoomStatus.Ended), (reply.Refusal, reply.Desk.Status));
    }

    [Fact]
    public async Task What_is_already_so_may_be_asked_for_again()
    {
        await using var cluster = await ACluster.Of(1, new MemoryJournal(), new FakeTimeProvider());
        var room = await cluster.Grains.Set(Room.FirstContact, 7, Pace.Live);

        Assert.Null((await room.Start()).Refusal);
        Assert.Null((await room.Resume()).Refusal);
        Assert.Null((await room.Pause()).Refusal);
        Assert.Null((await room.Pause()).Refusal);
        Assert.Equal("IsPaused", (await room.Start()).Refusal?.Code);
        Assert.Null((await room.SetPace(new(Pace.Live))).Refusal);
    }

    private static async Task<(RoomStatus, long)> Standing(INegotiationGrain room) => await room.Desk() is var desk ? (desk.Status, desk.Position) : default;
}
