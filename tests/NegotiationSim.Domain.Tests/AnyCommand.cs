using System.Collections.Immutable;
using CsCheck;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

/// <summary>Any command by anybody: now and then what the chair would do next, otherwise whatever comes, sensible or not.</summary>
/// <param name="Kind">Which command; from <see cref="Kinds"/> on, what comes next.</param>
/// <param name="Actor">Who.</param>
/// <param name="Later">Seconds after the last event.</param>
internal sealed record AnyCommand(int Kind, int Actor, int A, int B, int Later)
{
    public const int Kinds = 38;

    public static readonly Gen<AnyCommand[]> Sequences =
        Gen.Select(Gen.Int[0, 2 * Kinds], Gen.Int[0, 8], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 600], (kind, actor, a, b, later) => new AnyCommand(kind, actor, a, b, later)).Array[1, 40];

    /// <summary>The command, made for a room.</summary>
    public NegotiationCommand In(Negotiation room)
    {
        var command = Kind >= Kinds && room.IsOpened ? Next(room) : Any(room);
        var by = Kind >= Kinds && A % 4 > 0 ? Domain.Actor.CoFacilitators : Actor switch
        {
            0 or 1 => Domain.Actor.CoFacilitators,
            2 => Domain.Actor.Facilitator,
            3 => Domain.Actor.For(Atlantis),
            _ => Domain.Actor.For(All[Actor % All.Length]),
        };
        return command with { By = by, At = room.Now + TimeSpan.FromSeconds(Later) };
    }

    private DelegationId Delegation => A % 9 == 8 ? Atlantis : All[A % All.Length];

    private ProvisionId Provision => (B % 7) switch { 0 or 1 or 2 => UseOfTheVeto, 3 or 4 => NewVetoes, 5 => Seats, _ => new("NO.1") };

    private IssueId Issue => (B % 5) switch { 0 or 1 => Veto, 2 or 3 => Enlargement, _ => new("NON") };

    private Position Place => At(B % 21 / 20.0);

    private ProposedMerge AnyMerge => new(AlternativeId.Of(Provision, A % 6), AlternativeId.Of(Provision, B % 6), Place, SomeWords);

    private Words SomeWords => (A % 6) switch { 0 => new Words(""), 1 => new Words(new string('a', 2_001)), 2 => new Words("Words", "文字"), _ => new Words("Words") };

    private NegotiationCommand Any(Negotiation room) => Kind switch
    {
        0 => Opening(),
        1 => new CloseNegotiation([Issue]),
        2 => new OpenMeeting(),
        3 => new SuspendMeeting(A % 2 == 0 ? null : new RoomTime(room.Now.Seconds + (A - 5) * 100_000L)),
        4 => new ResumeMeeting(),
        5 => new AdjournMeeting(),
        6 => new TakeUpItem(A % 4 - 1, A % 3 == 0 ? [] : [Issue, Veto]),
        7 => new TakeUpIssue(Issue),
        8 => new ConcludeIssue(A % 2 == 0),
        9 => new ConcludeItem(),
        10 => new BeginRound(),
        11 => new EndRound(A % 2 == 0),
        12 => Lines(),
        13 => new DrawUpSpeakersList([new(Delegation, null), new(SierraLeone, B % 2 == 0 ? Africa : Ufc)]),
        14 => new CloseSpeakersList(),
        15 or 16 => new RequestFloor(Delegation, (B % 4) switch { 0 => Africa, 1 => Ufc, _ => null }),
        17 => new WithdrawFloorRequest(Delegation),
        18 => new GiveFloor(),
        19 or 20 => new MakeStatement(
            room.Floor?.Entry.Delegation ?? Delegation,
            (StatementKind)(A % 9),
            Provision,
            Stated(B % 3 * .5),
            A % 3 == 0 ? All[B % All.Length] : null,
            A % 2 == 0 ? null : SomeWords.En,
            TimeSpan.FromSeconds((A - 2) * 1e3),
            A % 4 == 0 ? new(Place, SomeWords) : null,
            B % 4 == 0 ? AnyMerge : null),
        21 => new ReturnFloor(),
        22 or 23 => new ProposeAlternative(Delegation, Provision, Place, SomeWords),
        24 => new WithdrawAlternative(Delegation, Provision, AlternativeId.Of(Provision, B % 6)),
        25 => new OfferMerge(Provision, AnyMerge),
        26 => new AnswerMerge(AnOffer(room), All.Take(B % 6).ToImmutableSortedDictionary(d => d, _ => A % 4 > 0)),
        27 => new ConcludeMerge(AnOffer(room), Place),
        28 => new CloseBracket(Provision, AlternativeId.Of(Provision, A % 6), B % 2 == 0 ? [] : [Delegation]),
        29 => A % 3 == 0 ? Reflection() with { Provisions = [Provision] } : Reflection(),
        30 => A % 3 == 0 ? Figures(A) with { TrustBetween = [] } : Figures(A),
        31 => new DraftElementsPaper(A % 4 == 0 ? null : Paper(A % 3)),
        32 => A % 2 == 0 ? new HoldPaperReading(NotAccepting(Delegation)) : new ReviseElementsPaper(Paper(B % 4)),
        33 => A % 2 == 0 ? new CirculateElementsPaper() : new DecideOnElementsPaper(NotAccepting(Delegation)),
        34 => new OpenVote(A % 5 == 0 ? "none" : room.IsOpened ? room.Facts.Rules.Rules[A % 4].Name : "", B % 6 == 0 ? [] : [Issue]),
        35 => Votes([.. All.Append(Atlantis).Take(1 + B % 6).Select(d => (d, (Mark)(A % 5)))]),
        36 => new CloseVote(),
        _ => new ApplyInject(new Inject($"news-{B % 4}", room.Now, SomeWords, "News", [new([Delegation], [Provision], (A - 20) * (long.MaxValue / 20), (B - 20) * (int.MaxValue / 20), (A - 20) * (int.MaxValue / 20), [Africa, new("WEOG")])])),
    };

    private string AnOffer(Negotiation room) => room.Offers.IsEmpty ? "nothing" : room.Offers[A % room.Offers.Length].Id;

    /// <summary>What the programme has next, told simply: so that a sequence of commands comes far.</summary>
    private NegotiationCommand Next(Negotiation room)
    {
        if (room.Meeting is { IsSuspended: true }) return new ResumeMeeting();
        if (room.Vote is { } vote) return vote.Marks.Count < All.Length ? new CastVotes(All.Where(d => !vote.Marks.ContainsKey(d)).ToImmutableSortedDictionary(d => d, _ => (Mark)(B % 4))) : new CloseVote();
        if (room.Item is not { } item) return room.ItemsConcluded == 3 ? new CloseNegotiation([]) : new TakeUpItem(room.ItemsConcluded, room.ItemsConcluded == 0 ? [Veto, Enlargement] : []);
        if (room.Meeting is null) return room.Paper is { IsCirculated: false, Readings: 2 } ? new CirculateElementsPaper() : new OpenMeeting();
        if (room.Round is { Phase: not RoundPhase.Ended } round)
        {
            return round.Phase switch
            {
                RoundPhase.Begun => Lines(),
                RoundPhase.LinesAgreed => new DrawUpSpeakersList([new(SierraLeone, Africa), new(Delegation == Atlantis ? Italy : Delegation, null)]),
                RoundPhase.Speaking when room.Floor is { Statement: null } floor => Statement(floor.Entry.Delegation, B % 21 / 20.0),
                RoundPhase.Speaking when room.Floor is not null => new ReturnFloor(),
                RoundPhase.Speaking => room.SpeakersList.IsEmpty ? Reflection() : new GiveFloor(),
                RoundPhase.Reflected when room.Offers.IsEmpty => A % 2 == 0 ? Figures(round.Number) : new OfferMerge(UseOfTheVeto, AMergeOf(room)),
                RoundPhase.Reflected when room.Offers[0] is { IsAnswered: false } offer =>
                    new AnswerMerge(offer.Id, offer.Asked.Where(a => !offer.Answers.ContainsKey(a)).ToImmutableSortedDictionary(a => a, _ => A % 4 > 0)),
                RoundPhase.Reflected => new ConcludeMerge(room.Offers[0].Id, Place),
                _ => new EndRound(A % 2 == 0),
            };
        }
        if (item.Issue is not null) return item.RoundsOnIssue == 0 && item.Issue == Veto ? new BeginRound() : new ConcludeIssue(false);
        if (item.Concluded < item.Order.Length) return new TakeUpIssue(item.Order[item.Concluded]);
        return item.Item switch
        {
            1 when room.Paper is null => new DraftElementsPaper(Paper(1)),
            1 when room.Paper is { Readings: 0 } => new HoldPaperReading(NotAccepting(Italy)),
            1 when room.Paper is { Readings: 1, Paper.Version: 1 } => new ReviseElementsPaper(Paper(2)),
            1 when room.Paper is { Readings: 1 } => new HoldPaperReading(NotAccepting()),
            1 when room.Paper is { IsCirculated: false } => new AdjournMeeting(),
            1 when room.Paper is { IsAccepted: null, Paper: not null } => new DecideOnElementsPaper(NotAccepting()),
            2 when room.VoteResults.Length < 2 => new OpenVote("simple", [Enlargement]),
            _ => new ConcludeItem(),
        };
    }

    private ProposedMerge AMergeOf(Negotiation room)
    {
        var alternatives = room.Draft[UseOfTheVeto].Alternatives;
        return new(alternatives[A % alternatives.Length].Id, alternatives[(A + 1) % alternatives.Length].Id, Place, "Merged");
    }
}
