using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Grains.Tests;

/// <summary>A live negotiation without people writes the same record, byte for byte, as the headless run of that scenario and seed.</summary>
public sealed class TheLawOfTheHouse
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(1, 1945)]
    [InlineData(2, 7)]
    [InlineData(2, ulong.MaxValue)]
    public async Task A_live_record_is_the_headless_record(short silos, ulong seed)
    {
        await using var cluster = await ACluster.Of(silos);

        await cluster.Grains.Set(Room.FirstContact, seed, Pace.Fast);
        await cluster.Grains.UntilItEnds();

        Assert.Equal(Room.Headless(Room.FirstContact, seed), await cluster.Journal.Record());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    public async Task It_is_the_headless_record_when_the_silo_that_holds_the_room_dies_halfway(ulong seed)
    {
        var expected = Room.Headless(Room.FirstContact, seed);
        var gate = new AGate(new MemoryJournal(), expected.Length / 2);
        await using var cluster = await ACluster.Of(2, gate);

        var room = await cluster.Grains.Set(Room.FirstContact, seed, Pace.Fast);
        await gate.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        await cluster.Kill(await cluster.Holder(room));
        gate.Open();
        await cluster.Grains.UntilItEnds();

        Assert.Equal(expected, await gate.Record());
    }

    [Fact]
    public async Task It_is_the_headless_record_when_room_and_co_facilitators_sit_on_two_silos()
    {
        await using var cluster = await ACluster.Of(2);
        var here = cluster.From(0);
        var there = cluster.From(1);

        await here.GetGrain<INegotiationGrain>(Room.Name).Open(Room.Opening(Room.FirstContact, 7, Pace.Fast));
        await there.GetGrain<ICoFacilitatorGrain>(Room.Name).Wake();
        Assert.NotEqual(
            await cluster.Holder(here.GetGrain<INegotiationGrain>(Room.Name)),
            await cluster.Holder(there.GetGrain<ICoFacilitatorGrain>(Room.Name)));
        await here.GetGrain<INegotiationGrain>(Room.Name).Start();
        await cluster.Grains.UntilItEnds();

        Assert.Equal(Room.Headless(Room.FirstContact, 7), await cluster.Journal.Record());
    }

    [Fact]
    public async Task It_holds_for_a_hundred_and_ninety_three_States()
    {
        await using var cluster = await ACluster.Of(1);

        await cluster.Grains.Set(Room.CouncilReform, 7, Pace.Fast);
        await cluster.Grains.UntilItEnds(TimeSpan.FromMinutes(3));

        Assert.Equal(Room.Headless(Room.CouncilReform, 7), await cluster.Journal.Record());
    }
}
