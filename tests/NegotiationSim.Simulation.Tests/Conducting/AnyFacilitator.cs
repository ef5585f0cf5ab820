using System.Collections.Immutable;
using CsCheck;
using NegotiationSim.Domain;
using static NegotiationSim.Simulation.Tests.APlayedNegotiation;

namespace NegotiationSim.Simulation.Tests;

/// <summary>Whatever a facilitator does that the room allows, the conductor goes on from there.</summary>
public sealed class AnyFacilitator
{
    /// <summary>A negotiation with this many steps does not end.</summary>
    private const int Endless = 5_000;

    private static readonly Gen<Act[]> AnyActs =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, Kinds - 1], Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.Int[0, 900], (steps, kind, a, b, later) => new Act(steps, kind, a, b, later)).Array[1, 60];

    [Fact]
    public void The_conductor_goes_on_to_the_end_whatever_a_facilitator_does() =>
        Gen.Select(Gen.ULong[1, 3], AnyActs).Sample((seed, acts) => Ends(seed, acts), iter: 60);

    [Fact]
    public void Votes_that_a_facilitator_adds_to_an_item_are_not_its_gates()
    {
        var room = Room(Batches(FirstContact, 7).TakeWhile(b => b is not [VoteOpened]).SelectMany(b => b));
        for (var i = 0; i < 3; i++)
        {
            room = Submit(room, new OpenVote("consensus", [room.Facts.Issues[0].Id]));
            room = Submit(room, new CastVotes(room.States.ToImmutableSortedDictionary(s => s.Id, _ => Mark.For)));
            room = Submit(room, new CloseVote());
        }
        var results = Negotiation.Replay(room, Headless.GoOn(room).SelectMany(b => b)).VoteResults;
        Assert.Equal(["consensus", "consensus", "consensus", "simple"], results.Select(r => r.Rule));
    }

    private static bool Ends(ulong seed, Act[] acts)
    {
        var record = new List<NegotiationEvent>(Batches(FirstContact, seed)[0]);
        var room = Room(record);
        var steps = 0;

        bool Go(ImmutableArray<NegotiationEvent> events)
        {
            record.AddRange(events);
            room = Negotiation.Replay(room, events);
            return !events.IsEmpty && steps++ < Endless;
        }

        foreach (var act in acts)
        {
            for (var i = 0; i < act.Steps && Go(Headless.CarryOut(room, Conductor.Next(room))); i++) { }
            if (!room.IsClosed && Of(act, room) is { } command) Go(Decide(room, command, act.Later));
        }
        if (room.Meeting is { IsSuspended: true }) Go(Decide(room, new ResumeMeeting(), 0));
        while (Go(Headless.CarryOut(room, Conductor.Next(room)))) { }

        var replayed = Replay.Follow(record, isWhole: true);
        return room.IsClosed && replayed.IsDerived && replayed.Difference is null;
    }

    private static ImmutableArray<NegotiationEvent> Decide(Negotiation room, NegotiationCommand command, int later) =>
        Negotiation.Decide(room, command with { By = Actor.Facilitator, At = room.Now + TimeSpan.FromSeconds(later) }).Events;

    private static Negotiation Submit(Negotiation room, NegotiationCommand command) => Negotiation.Replay(room, Decide(room, command, 0));

    private const int Kinds = 26;

    /// <summary>What the facilitator tries: something that this room may well allow; null where there is nothing to try it on.</summary>
    private static NegotiationCommand? Of(Act act, Negotiation room)
    {
        T Any<T>(IReadOnlyList<T> of, int n) => of[n % of.Count];
        var delegation = Any(room.States, act.A).Id;
        var provisions = (room.Item?.Issue is { } issue ? [room.IssueNamed(issue)] : room.Facts.Issues).SelectMany(i => i.Provisions).ToArray();
        var provision = Any(provisions, act.B).Id;
        var alternatives = room.Draft[provision].Alternatives;
        var place = new Position(Position.One / 1_000 * act.B);
        var (first, second) = (Any(alternatives, act.A).Id, Any(alternatives, act.A + 1 + act.B % 3).Id);
        var merge = new ProposedMerge(first, second, place, "Merged by the chair");
        var items = room.Facts.Programme.Items;
        return act.Kind switch
        {
            0 => new OpenMeeting(),
            1 => new SuspendMeeting(null),
            2 => new SuspendMeeting(room.Now + TimeSpan.FromMinutes(20 + act.A)),
            3 => new ResumeMeeting(),
            4 => new AdjournMeeting(),
            5 when room.ItemsConcluded < items.Length => new TakeUpItem(room.ItemsConcluded, items[room.ItemsConcluded] is DiscussionItem d ? [.. d.Issues.Reverse()] : []),
            6 => new TakeUpIssue(Any(room.Facts.Issues, act.A).Id),
            7 => new ConcludeIssue(true),
            8 => new ConcludeItem(),
            9 => new CloseSpeakersList(),
            10 => new RequestFloor(delegation),
            11 => Any(room.Facts.Groups, act.B) is var group ? new RequestFloor(Any(group.Members, act.A), group.Id) : null,
            12 => new WithdrawFloorRequest(room.SpeakersList.IsEmpty ? delegation : Any(room.SpeakersList, act.A).Delegation),
            13 => new GiveFloor(),
            14 or 15 => new MakeStatement(
                room.Floor?.Entry.Delegation ?? delegation,
                (StatementKind)(act.A % 8),
                provision,
                ImmutableSortedDictionary<ProvisionId, Position>.Empty.Add(provision, place),
                room.Round is { Heard.IsEmpty: false } round && act.A % 2 == 0 ? Any(round.Heard, act.A).Delegation : null,
                "What a trainee said.",
                TimeSpan.FromSeconds(act.A - 100),
                act.Kind == 15 && act.A % 3 == 0 ? new(place, "Words of a trainee") : null,
                act.Kind == 15 && act.A % 3 == 1 ? merge : null),
            16 => new ReturnFloor(),
            17 => new ProposeAlternative(delegation, provision, place, "Words of the facilitator"),
            18 => alternatives.Where(a => a.Sponsors.Length == 1).Select(a => new WithdrawAlternative(a.Sponsors[0], provision, a.Id)).FirstOrDefault(),
            19 => new OfferMerge(provision, merge),
            20 when !room.Offers.IsEmpty => Any(room.Offers, act.A) is var offer
                ? new AnswerMerge(offer.Id, offer.Asked.Take(1 + act.B % offer.Asked.Length).Where(a => !offer.Answers.ContainsKey(a)).ToImmutableSortedDictionary(a => a, _ => act.B % 3 > 0))
                : null,
            21 when !room.Offers.IsEmpty => new ConcludeMerge(Any(room.Offers, act.A).Id, place),
            22 => new OpenVote(Any(room.Facts.Rules.Rules, act.A).Name, [Any(room.Facts.Issues, act.B).Id]),
            23 => new CastVotes(room.States.Take(1 + act.A % room.States.Length).Where(s => room.Vote?.Marks.ContainsKey(s.Id) != true).ToImmutableSortedDictionary(s => s.Id, s => (Mark)(act.B % 4))),
            24 => new CloseVote(),
            25 => act.A % 2 == 0 && room.Model!.Injects is { IsEmpty: false } coming
                ? new ApplyInject(Any(coming, act.B))
                : new ApplyInject(new Inject($"news-{act.B}", room.Now, "News", "Something has happened.",
                    [new InjectEffect([delegation], [provision], (act.B - 500) * (Position.One / 500), act.A - 500, act.B - 500, [.. room.HomeGroups.Take(2).Select(g => g.Id)])])),
            _ => null,
        };
    }

    /// <param name="Steps">Steps of the conductor before the act.</param>
    /// <param name="A">Whom or what the act is about.</param>
    /// <param name="B">On what.</param>
    /// <param name="Later">Seconds of room time after the last event.</param>
    private sealed record Act(int Steps, int Kind, int A, int B, int Later);
}
