using System.Collections.Immutable;
using CsCheck;
using NegotiationSim.Domain;
using static NegotiationSim.Simulation.Tests.APlayedNegotiation;

namespace NegotiationSim.Simulation.Tests;

public sealed class TheConductor
{
    private const int Few = 12;

    [Fact]
    public void The_same_seed_writes_the_same_record() =>
        Gen.ULong.Sample(seed => Bytes(Headless.Play(FirstContact, seed, 0).SelectMany(b => b)).SequenceEqual(Bytes(Headless.Play(FirstContact, seed, 0).SelectMany(b => b))), iter: Few);

    [Fact]
    public void Another_seed_or_another_run_writes_another_record()
    {
        var first = Bytes(Record(FirstContact, 7));
        Assert.NotEqual(first, Bytes(Record(FirstContact, 8)));
        Assert.NotEqual(first, Bytes(Headless.Play(FirstContact, 7, 1).SelectMany(b => b)));
    }

    [Fact]
    public void A_room_that_was_lost_anywhere_goes_on_to_the_same_end() =>
        Gen.Select(Gen.ULong[1, 5], Gen.Int[1, 10_000]).Sample((seed, cut) =>
        {
            var batches = Batches(FirstContact, seed);
            var at = 1 + cut % (batches.Length - 1);
            var room = Room(batches.Take(at).SelectMany(b => b));
            return Bytes(Headless.GoOn(room).SelectMany(b => b)).SequenceEqual(Bytes(batches.Skip(at).SelectMany(b => b)));
        }, iter: Few);

    [Fact]
    public void A_negotiation_ends_with_its_programme()
    {
        var room = Room(Record(SecurityCouncilReform, 7));
        Assert.True(room.IsClosed);
        Assert.Equal(40, room.Round!.Number);
        Assert.Equal(room.Facts.Programme.Items.Length, room.ItemsConcluded);
        Assert.IsType<Finished>(Conductor.Next(room));
        Assert.Null(room.Meeting);
    }

    [Fact]
    public void The_clock_of_the_room_never_goes_back()
    {
        var record = Record(SecurityCouncilReform, 7);
        Assert.All(record.Zip(record.Skip(1)), pair => Assert.True(pair.First.At <= pair.Second.At));
    }

    [Fact]
    public void A_statement_takes_its_minutes_and_no_more_than_the_speaking_time()
    {
        var record = Record(FirstContact, 7);
        foreach (var (said, returned) in record.OfType<StatementMade>().Zip(record.OfType<FloorReturned>()))
        {
            Assert.Equal(said.At + said.Lasts, returned.At);
            Assert.InRange(said.Lasts, TimeSpan.FromSeconds(1), said.OnBehalfOf is null ? FirstContact.CoFacilitation.SpeakingTimeState : FirstContact.CoFacilitation.SpeakingTimeGroup);
        }
    }

    [Fact]
    public void Groups_speak_before_States_in_every_round()
    {
        foreach (var list in Record(SecurityCouncilReform, 7).OfType<SpeakersListDrawnUp>())
        {
            var groups = list.Entries.TakeWhile(e => e.OnBehalfOf is not null).Count();
            Assert.All(list.Entries.Skip(groups), e => Assert.Null(e.OnBehalfOf));
            Assert.Distinct(list.Entries);
            Assert.Equal(SecurityCouncilReform.Parameters.FloorSlots, list.Entries.Length);
        }
    }

    [Fact]
    public void The_least_contentious_of_the_other_three_issues_comes_first()
    {
        var record = Record(SecurityCouncilReform, 7);
        var item = record.OfType<ItemTakenUp>().Single(i => i.Issues.Length == 3);
        var room = Room(record.TakeWhile(e => e != item));
        var spreads = item.Issues.Select(i => IssueConvergence.Spread(room.IssueNamed(i).Provisions.Where(p => p.IsCounted)
            .Select(p => room.Positions[p.Id].Select(x => x.Units).ToArray()).ToArray())).ToArray();
        Assert.Equal(spreads.Order(), spreads);
    }

    [Fact]
    public void The_text_always_stands_where_the_support_has_its_median()
    {
        var room = Negotiation.Unopened;
        foreach (var happened in Record(SecurityCouncilReform, 7))
        {
            room = Negotiation.Evolve(room, happened);
            if (happened is not (DraftTabled or StancesTaken or AlternativesMerged)) continue;
            Assert.All(room.Draft.Values.Where(d => !d.IsClosed), d => Assert.Equal(Redraft.Text(d.Alternatives), d.Text));
        }
    }

    [Fact]
    public void A_closed_bracket_is_not_opened_again_and_nobody_objected_to_it()
    {
        var closed = new HashSet<ProvisionId>();
        foreach (var batch in Batches(SecurityCouncilReform, 7))
        {
            foreach (var happened in batch)
            {
                if (happened is AlternativeProposed p) Assert.DoesNotContain(p.Provision, closed);
                if (happened is MergeOffered m) Assert.DoesNotContain(m.Offer.Provision, closed);
                if (happened is not BracketClosed c) continue;
                Assert.Empty(batch.OfType<ObjectionsHeard>().Single().Objectors);
                closed.Add(c.Provision);
            }
        }
    }

    /// <summary>Reported, not tuned for: whether it is the model's doing or already in the positions is an open question.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Relations_and_size_converge_more_than_the_other_three_issues(ulong seed)
    {
        var last = Room(Record(SecurityCouncilReform, seed)).Measures[^1].Issues.ToDictionary(i => i.Key.Value, i => i.Value.SubstantiveConvergence);
        Assert.True(Math.Min(last["REL"], last["SIZ"]) > new[] { last["CAT"], last["VET"], last["REG"] }.Max());
    }

    [Fact]
    public void A_facilitators_shock_reaches_the_room_in_the_middle_of_a_round_and_the_model_goes_on()
    {
        var batches = Batches(FirstContact, 7);
        var before = batches.TakeWhile(b => b is not [FloorReturned]).SelectMany(b => b).ToArray();
        var room = Room(before);
        var member = room.States[0].Id;
        var shock = Negotiation.Decide(room, new ApplyInject(new Inject("tea", room.Now, "Tea", "The delegates' lounge is out of tea.",
            [new InjectEffect([member], [room.Facts.Issues[0].Provisions[0].Id], Position.One / 10, 0, 0, [])])) { By = Actor.Facilitator, At = room.Now });
        Assert.Null(shock.Refusal);

        NegotiationEvent[] whole = [.. before, .. shock.Events, .. Headless.GoOn(Negotiation.Replay(room, shock.Events)).SelectMany(b => b)];
        var replayed = Replay.Follow(whole, isWhole: true);
        Assert.Null(replayed.Difference);
        Assert.True(replayed.IsDerived);
        Assert.True(replayed.Room.IsClosed);
    }

    [Fact]
    public void A_meeting_that_the_facilitator_suspends_rests_until_it_is_resumed()
    {
        var before = Batches(FirstContact, 7).TakeWhile(b => b is not [RoundEnded, ..]).SelectMany(b => b).ToArray();
        var room = Room(before);
        room = Negotiation.Replay(room, Negotiation.Decide(room, new SuspendMeeting(null) { By = Actor.Facilitator, At = room.Now }).Events);
        Assert.IsType<Rest>(Conductor.Next(room));
        room = Negotiation.Replay(room, Negotiation.Decide(room, new ResumeMeeting { By = Actor.Facilitator, At = room.Now + TimeSpan.FromMinutes(10) }).Events);
        Assert.True(Negotiation.Replay(room, Headless.GoOn(room).SelectMany(b => b)).IsClosed);
    }

    [Fact]
    public void A_meeting_that_the_facilitator_adjourns_in_the_middle_of_a_round_is_opened_again()
    {
        var before = Batches(FirstContact, 7).TakeWhile(b => b is not [PositionsReflected, ..]).SelectMany(b => b).ToArray();
        var room = Room(before);
        room = Negotiation.Replay(room, Negotiation.Decide(room, new AdjournMeeting { By = Actor.Facilitator, At = room.Now }).Events);
        Assert.True(Negotiation.Replay(room, Headless.GoOn(room).SelectMany(b => b)).IsClosed);
    }

    [Fact]
    public void Two_issues_and_the_vote_on_them_share_one_morning()
    {
        var day = new DateOnly(2016, 9, 14);
        var ids = FirstContact.Issues.Select(i => i.Id).ToImmutableArray();
        var morning = FirstContact with
        {
            Programme = FirstContact.Programme with
            {
                Items =
                [
                    new DiscussionItem("Two items", ids, AgendaOrder.Given, [day], 1),
                    new VoteItem("Both", day, ids, [FirstContact.Rules.Text]),
                    new VoteItem("The first alone", day, [ids[0]], [FirstContact.Rules.Text]),
                ],
            },
        };
        var record = Headless.Play(morning, 7, 0).SelectMany(b => b).ToArray();
        Assert.Single(record.OfType<MeetingOpened>());
        Assert.Single(record.OfType<MeetingAdjourned>());
        Assert.Equal(2, record.OfType<RoundEnded>().Count());
        Assert.Equal([ids, [ids[0]]], record.OfType<VoteClosed>().Select(v => v.Result.Issues));
        Assert.True(Room(record).IsClosed);
        Assert.Null(Replay.Follow(record, isWhole: true).Difference);
    }

    [Fact]
    public void The_first_contact_reads_as_this_story() =>
        GoldenStory.Holds("first-contact-7.txt", Story.Of(Record(FirstContact, 7)));

    private static byte[] Bytes(IEnumerable<NegotiationEvent> events) => [.. events.SelectMany(e => NegotiationJson.Bytes(e).Append((byte)'\n'))];
}
