using NegotiationSim.Domain;
using static NegotiationSim.Simulation.Tests.APlayedNegotiation;

namespace NegotiationSim.Simulation.Tests;

/// <summary>The law of views, over whole records.</summary>
public sealed class WhatEverySeatSees
{
    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    public void A_view_of_the_room_is_the_room_of_what_one_has_seen(ulong seed)
    {
        var record = Record(FirstContact, seed);
        var facts = record.OfType<NegotiationOpened>().Single();
        foreach (var viewer in facts.States.Select(s => Viewer.Of(s.Id, facts)).Append(Viewer.Public).Append(Viewer.Facilitator)) Holds(record, viewer);
    }

    [Fact]
    public void The_same_holds_in_a_room_of_193_States()
    {
        var record = Record(SecurityCouncilReform, 7).Take(260).ToArray();
        var facts = record.OfType<NegotiationOpened>().Single();
        foreach (var viewer in (Viewer[])[Viewer.Public, Viewer.Of(new("KEN"), facts), Viewer.Of(new("ITA"), facts)]) Holds(record, viewer);
    }

    [Fact]
    public void Nobody_but_the_facilitator_sees_what_the_model_runs_on_and_no_seat_sees_the_instructions_of_another()
    {
        var record = Record(SecurityCouncilReform, 7);
        var facts = record.OfType<NegotiationOpened>().Single();
        var kenya = Viewer.Of(new("KEN"), facts);
        var seen = record.Select(e => Audience.See(kenya, e)).OfType<NegotiationEvent>().ToArray();

        Assert.DoesNotContain(seen, e => e is ModelConfigured or TrustMoved or RoundAudited);
        Assert.All(seen.OfType<InstructionsGiven>(), e => Assert.Equal("KEN", Assert.Single(e.Rows.Keys).Value));
        Assert.All(seen.OfType<ConfidenceMoved>(), e => Assert.Equal("KEN", Assert.Single(e.Rows.Keys).Value));
        Assert.All(seen.OfType<InstructionsChanged>(), e => Assert.Equal("KEN", Assert.Single(e.Rows.Keys).Value));
        Assert.All(seen.OfType<GroupLinesAgreed>(), e => Assert.All(e.Rows.Keys, g => Assert.Contains(g, kenya.Groups)));

        var open = record.Select(e => Audience.See(Viewer.Public, e)).OfType<NegotiationEvent>().ToArray();
        Assert.DoesNotContain(open, e => e is ModelConfigured or TrustMoved or RoundAudited or InstructionsGiven or ConfidenceMoved or InstructionsChanged);
        Assert.All(open.OfType<GroupLinesAgreed>(), e => Assert.Empty(e.Rows));
    }

    [Fact]
    public void Every_round_ends_with_the_digest_of_what_everyone_sees()
    {
        var room = Negotiation.Unopened;
        foreach (var happened in Record(FirstContact, 7).Select(e => Audience.See(Viewer.Public, e)).OfType<NegotiationEvent>())
        {
            if (happened is RoundEnded ended) Assert.Equal(NegotiationJson.Digest(room), ended.Digest);
            room = Negotiation.Evolve(room, happened);
        }
    }

    private static void Holds(IReadOnlyList<NegotiationEvent> record, Viewer viewer)
    {
        var (room, seen) = (Negotiation.Unopened, Negotiation.Unopened);
        for (var i = 0; i < record.Count; i++)
        {
            room = Negotiation.Evolve(room, record[i]);
            if (Audience.See(viewer, record[i]) is { } shown) seen = Negotiation.Evolve(seen, shown);
            Assert.True(
                NegotiationJson.Digest(Audience.View(viewer, room)) == NegotiationJson.Digest(seen),
                $"After event {i + 1}, {record[i].GetType().Name}, {viewer.Delegation?.Value ?? (viewer.IsFacilitator ? "the facilitator" : "the public")} has another room.");
        }
    }
}
