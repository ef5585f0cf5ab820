using System.Collections.Immutable;
using CsCheck;
using NegotiationSim.Domain;
using static NegotiationSim.Simulation.Tests.APlayedNegotiation;

namespace NegotiationSim.Simulation.Tests;

public sealed class AReplay
{
    [Fact]
    public void A_replayed_record_rebuilds_the_room_whatever_the_seed() =>
        Gen.ULong.Sample(seed =>
        {
            var record = Headless.Play(FirstContact, seed, 3).SelectMany(b => b).ToArray();
            var read = record.Select(e => NegotiationJson.Event(NegotiationJson.Bytes(e))).ToArray();
            var result = Replay.Follow(read, isWhole: true);
            return result.IsDerived && result.Difference is null && NegotiationJson.Digest(result.Room) == NegotiationJson.Digest(Room(record));
        }, iter: 8);

    [Fact]
    public void The_record_of_the_reform_is_derived_again_from_itself_alone()
    {
        var result = Replay.Follow(Record(SecurityCouncilReform, 7), isWhole: true);
        Assert.True(result.IsDerived);
        Assert.Null(result.Difference);
    }

    [Fact]
    public void The_first_altered_event_is_named_with_its_member()
    {
        var record = Record(FirstContact, 7).ToArray();
        var at = Array.FindIndex(record, e => e is StatementMade);
        record[at] = (StatementMade)record[at] with { Lasts = TimeSpan.FromSeconds(1) };
        var difference = Replay.Follow(record, isWhole: true).Difference;
        Assert.NotNull(difference);
        Assert.Equal((at, "event.lasts", "\"00:00:01\""), (difference.Index, difference.Member, difference.Recorded));
    }

    [Fact]
    public void What_the_model_decided_cannot_be_passed_off_as_a_persons_act()
    {
        NegotiationEvent[] record = [.. Record(FirstContact, 7)];
        foreach (var kind in record.Skip(7).GroupBy(e => e.GetType()))
        {
            var at = Array.IndexOf(record, kind.First());
            var forged = record.ToArray();
            forged[at] = forged[at] switch
            {
                ElementsPaperDecided e => e with { IsAccepted = !e.IsAccepted, By = Actor.Facilitator },
                VoteClosed e => e with { Result = e.Result with { IsAdopted = !e.Result.IsAdopted }, By = Actor.Facilitator },
                var e => e with { By = Actor.Facilitator },
            };
            var result = Replay.Follow(forged, isWhole: true);
            // The chair's acts may be a person's; then the rules of the room must allow them, and nothing else may change.
            Assert.True(
                result.Difference is not null || MayBeAPersons(kind.First()),
                $"{kind.Key.Name} by a facilitator passed.");
        }
    }

    [Fact]
    public void A_persons_act_that_the_rules_refuse_is_found()
    {
        var record = Record(FirstContact, 7);
        var opened = record.IndexOf(record.OfType<MeetingOpened>().First());
        NegotiationEvent stranger = new FloorReturned(new("ZZZ")) { By = Actor.Facilitator, At = record[opened].At };
        Assert.Equal(opened + 1, Replay.Follow([.. record.Take(opened + 1), stranger, .. record.Skip(opened + 1)], isWhole: true).Difference?.Index);

        NegotiationEvent again = new NegotiationClosed([]) { By = Actor.Facilitator, At = record[^1].At };
        Assert.Equal(record.Length, Replay.Follow([.. record, again], isWhole: true).Difference?.Index);
    }

    private static bool MayBeAPersons(NegotiationEvent happened) => happened is
        MeetingOpened or MeetingAdjourned or MeetingSuspended or MeetingResumed or ItemTakenUp or ItemConcluded or IssueTakenUp or IssueConcluded
        or SpeakersListClosed or FloorGiven or FloorReturned or StatementMade or VoteOpened or VotesCast or MergeOffered or MergeAnswered or InjectApplied;

    [Fact]
    public void Leaving_out_any_event_is_found() =>
        Gen.Int[0, 10_000].Sample(cut =>
        {
            var record = Record(FirstContact, 7).ToList();
            record.RemoveAt(cut % (record.Count - 1));
            return Replay.Follow(record, isWhole: true) is { Difference: not null } or { IsDerived: false };
        }, iter: 40);

    [Fact]
    public void An_extract_is_folded_and_its_digests_are_compared()
    {
        var open = Record(FirstContact, 7).Select(e => Audience.See(Viewer.Public, e)).OfType<NegotiationEvent>().ToArray();
        var result = Replay.Follow(open, isWhole: false);
        Assert.False(result.IsDerived);
        Assert.Null(result.Difference);
        Assert.True(result.Room.IsClosed);

        var at = Array.FindIndex(open, e => e is PositionsReflected);
        var reflected = (PositionsReflected)open[at];
        open[at] = reflected with { Rows = reflected.Rows.SetItem(reflected.Rows.Keys.First(), [.. reflected.Rows.Values.First().Select(p => new Position(p.Units ^ 1))]) };
        Assert.Equal("event.digest", Replay.Follow(open, isWhole: false).Difference?.Member);
    }

    [Fact]
    public void A_record_of_another_version_of_the_model_is_folded_only()
    {
        var record = Record(FirstContact, 7).Select(e => e is ModelConfigured m ? m with { Model = "0" } : e).TakeWhile(e => e is not RoundAudited).ToArray();
        var result = Replay.Follow(record, isWhole: true);
        Assert.False(result.IsDerived);
        Assert.Contains("version 0", result.WhyNot, StringComparison.Ordinal);
    }
}
