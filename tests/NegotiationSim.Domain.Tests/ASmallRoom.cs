using System.Collections.Immutable;

namespace NegotiationSim.Domain.Tests;

/// <summary>Five States, two issues, a paper and a vote with two gates, written by hand; and the worlds that follow from it.</summary>
internal static class ASmallRoom
{
    public static readonly DelegationId Brazil = new("BRA");
    public static readonly DelegationId France = new("FRA");
    public static readonly DelegationId Italy = new("ITA");
    public static readonly DelegationId Kenya = new("KEN");
    public static readonly DelegationId SierraLeone = new("SLE");
    public static readonly DelegationId Atlantis = new("ATL");
    public static readonly ImmutableArray<DelegationId> All = [Brazil, France, Italy, Kenya, SierraLeone];

    public static readonly GroupId Africa = new("AFRICA");
    public static readonly GroupId Ufc = new("UFC");

    /// <summary>A regional group, without a common position.</summary>
    public static readonly GroupId Weog = new("WEOG");

    public static readonly IssueId Veto = new("VET");
    public static readonly IssueId Enlargement = new("SIZ");
    public static readonly ProvisionId UseOfTheVeto = new("VET.1");
    public static readonly ProvisionId NewVetoes = new("VET.2");
    public static readonly ProvisionId Seats = new("SIZ.1");

    public static readonly RoomTime Morning = RoomTime.Of(new DateOnly(2016, 2, 3), new TimeOnly(10, 0));

    public static readonly TimeSpan SpeakingTimeState = TimeSpan.FromMinutes(3);
    public static readonly TimeSpan SpeakingTimeGroup = TimeSpan.FromMinutes(5);

    private const int Homes = 4;

    public static Position At(double share) => Position.FromShare(share);

    /// <summary>The n-th alternative of a provision.</summary>
    public static AlternativeId Alternative(ProvisionId provision, int number) => AlternativeId.Of(provision, number);

    public static OpenNegotiation Opening()
    {
        ImmutableArray<ProvisionId> provisions = [UseOfTheVeto, NewVetoes, Seats];
        return new OpenNegotiation(
            Scenario(),
            "test",
            7,
            0,
            All.ToImmutableSortedDictionary(d => d, d => new DelegationInstructions(provisions.ToImmutableSortedDictionary(p => p, _ => new ProvisionInstruction(
                At(.5), Weight.FromShare(.5), Weight.FromShare(.5), At(.25), At(.75), false, new InstructionOrigin(At(.5), Certainty.Documented, d.Value))))),
            All.ToImmutableSortedDictionary(d => d, _ => new Confidence(provisions.ToImmutableSortedDictionary(p => p, _ => At(.25)), Trust.FromShare(.5))),
            [.. Enumerable.Repeat(Trust.FromShare(.5), Homes * Homes)],
            provisions,
            All.ToImmutableSortedDictionary(d => d, _ => ImmutableArray.Create(At(.5), At(.5), At(.5))),
            ImmutableSortedDictionary<ProvisionId, DraftProvision>.Empty
                .Add(UseOfTheVeto, Draft(UseOfTheVeto, (0, [Italy]), (.5, [Brazil]), (1, [Kenya, SierraLeone])))
                .Add(NewVetoes, Draft(NewVetoes, (.5, [France])))
                .Add(Seats, Draft(Seats, (.25, [France, Italy]), (.75, [Brazil, Kenya, SierraLeone]))),
            Measures(0)) { By = Actor.CoFacilitators, At = Morning };
    }

    public static World AnOpenRoom() => World.Unopened.After(Opening());

    /// <summary>The issues are taken up, veto first, in a meeting of their own.</summary>
    public static World AMeeting() => AnOpenRoom().After(new TakeUpItem(0, [Veto, Enlargement]), new OpenMeeting());

    public static World AnIssueUnderDiscussion() => AMeeting().After(new TakeUpIssue(Veto));

    public static World ARound() => AnIssueUnderDiscussion().After(new BeginRound(), Lines());

    /// <summary>Sierra Leone for Africa, then Italy for itself.</summary>
    public static World AListOfSpeakers() => ARound().After(new DrawUpSpeakersList([new(SierraLeone, Africa), new(Italy, null)]));

    public static World AStatementBeingMade() => AListOfSpeakers().After(new GiveFloor());

    /// <summary>Everyone on the list has spoken, and the list is closed.</summary>
    public static World AllHaveSpoken() => AStatementBeingMade().After(
        Statement(SierraLeone, .75), new ReturnFloor(), new GiveFloor(), Statement(Italy, 0), new ReturnFloor(), new CloseSpeakersList());

    public static World ARoundOnTheText() => AllHaveSpoken().After(Reflection());

    /// <summary>The chair has offered to merge the veto text of Italy with that of Brazil.</summary>
    public static World AMergeOnOffer() => ARoundOnTheText().After(new OfferMerge(UseOfTheVeto, Merge()));

    public static World ARoundThatHasEnded() => ARoundOnTheText().After(Figures(1), new EndRound(true));

    public static World ADiscussionConcluded() => ARoundThatHasEnded().After(
        new ConcludeIssue(false), new TakeUpIssue(Enlargement), new ConcludeIssue(false), new AdjournMeeting(), new ConcludeItem());

    public static World AnElementsPaper() => ADiscussionConcluded().After(new TakeUpItem(1, []), new DraftElementsPaper(Paper(1)));

    /// <summary>Read twice and revised in between.</summary>
    public static World APaperRead() => AnElementsPaper().After(
        new OpenMeeting(), new HoldPaperReading(NotAccepting(France)), new ReviseElementsPaper(Paper(2)), new HoldPaperReading(NotAccepting()), new AdjournMeeting());

    public static World APaperCirculated() => APaperRead().After(new CirculateElementsPaper(), new OpenMeeting());

    public static World AMeetingToVote() => APaperCirculated().After(
        new DecideOnElementsPaper(NotAccepting()), new AdjournMeeting(), new ConcludeItem(), new TakeUpItem(2, []), new OpenMeeting());

    public static World AVote(string rule = "simple") => AMeetingToVote().After(new OpenVote(rule, [Enlargement]));

    public static World AClosedRoom() => AMeetingToVote().After(new AdjournMeeting(), new ConcludeItem(), new CloseNegotiation([]));

    public static IEnumerable<Func<World>> Worlds =>
    [
        AnOpenRoom, AMeeting, AnIssueUnderDiscussion, ARound, AListOfSpeakers, AStatementBeingMade, AllHaveSpoken, ARoundOnTheText, AMergeOnOffer,
        ARoundThatHasEnded, ADiscussionConcluded, AnElementsPaper, APaperRead, APaperCirculated, AMeetingToVote, () => AVote(), AClosedRoom,
    ];

    public static MakeStatement Statement(DelegationId by, double at, DelegationId? answers = null, StatementKind kind = StatementKind.Clarify) =>
        new(by, kind, UseOfTheVeto, Stated(at), answers, null, TimeSpan.FromMinutes(2));

    public static ImmutableSortedDictionary<ProvisionId, Position> Stated(double at) => ImmutableSortedDictionary<ProvisionId, Position>.Empty.Add(UseOfTheVeto, At(at));

    public static ProposedMerge Merge() => new(Alternative(UseOfTheVeto, 1), Alternative(UseOfTheVeto, 2), At(.25), "A little restraint");

    public static RecordGroupLines Lines() => new(ImmutableSortedDictionary<GroupId, ImmutableSortedDictionary<ProvisionId, Position>>.Empty
        .Add(Africa, ImmutableSortedDictionary<ProvisionId, Position>.Empty.Add(UseOfTheVeto, At(.75))));

    public static RecordReflection Reflection() => new(
        true,
        [UseOfTheVeto],
        All.ToImmutableSortedDictionary(d => d, _ => ImmutableArray.Create(At(.5))),
        ImmutableSortedDictionary<ProvisionId, ProvisionStances>.Empty.Add(UseOfTheVeto, new(At(.5), ImmutableSortedDictionary<AlternativeId, ImmutableArray<DelegationId>>.Empty
            .Add(Alternative(UseOfTheVeto, 1), [Italy])
            .Add(Alternative(UseOfTheVeto, 2), [Brazil, France, Kenya]))));

    public static RecordFigures Figures(int round) => new(
        [.. Enumerable.Repeat(Trust.FromShare(.25), Homes * Homes)],
        ImmutableSortedDictionary<DelegationId, Confidence>.Empty.Add(Kenya, new(ImmutableSortedDictionary<ProvisionId, Position>.Empty.Add(UseOfTheVeto, At(.5)), Trust.Full)),
        Measures(round));

    public static ElementsPaper Paper(int version) => new(version, [Enlargement], [new(Seats, At(.5), "Twenty-one seats")]);

    public static ImmutableSortedDictionary<DelegationId, PaperAnswer> NotAccepting(params DelegationId[] delegations) =>
        delegations.ToImmutableSortedDictionary(d => d, _ => new PaperAnswer(PaperVerdict.AsksTooMuch, [Seats]));

    public static CastVotes Votes(params (DelegationId Delegation, Mark Mark)[] marks) => new(marks.ToImmutableSortedDictionary(m => m.Delegation, m => m.Mark));

    public static CastVotes AllVote(Mark mark) => Votes([.. All.Select(d => (d, mark))]);

    private static DraftProvision Draft(ProvisionId provision, params (double At, DelegationId[] Sponsors)[] alternatives) => new(
        [.. alternatives.Select((a, i) => new Alternative(Alternative(provision, i + 1), At(a.At), $"Words of alternative {i + 1}", [.. a.Sponsors], [.. a.Sponsors]))],
        At(.5),
        alternatives.Length + 1,
        IsClosed: false);

    private static RoundMeasures Measures(int round) => new(round, null, 0, 0, 0, ImmutableSortedDictionary<IssueId, IssueMeasures>.Empty);

    private static Scenario Scenario() => new()
    {
        Name = "a-small-room",
        Title = "A small room",
        Summary = "Five States on two issues.",
        Issues =
        [
            new(Veto, "I", "The veto", "Veto", [Provision(UseOfTheVeto), Provision(NewVetoes)]),
            new(Enlargement, "II", "The size", "Size", [Provision(Seats)]),
        ],
        States =
        [
            new(Brazil, "Brazil", new("GRULAC"), false, new("GRULAC")),
            new(France, "France", new("WEOG"), true, new("FRA")),
            new(Italy, "Italy", new("WEOG"), false, new("WEOG")),
            new(Kenya, "Kenya", Africa, false, Africa),
            new(SierraLeone, "Sierra Leone", Africa, false, Africa),
        ],
        Groups =
        [
            Group(Africa, true, SierraLeone, Kenya, SierraLeone),
            Group(new("GRULAC"), true, Brazil, Brazil),
            Group(new("FRA"), true, France, France),
            Group(Weog, true, Italy, Italy) with { SpeaksAsOne = false },
            Group(Ufc, false, Italy, Italy),
        ],
        Instructions = [],
        Programme = new(new(new(10, 0), new(13, 0), new(15, 0)),
        [
            new DiscussionItem("The issues", [Enlargement, Veto], AgendaOrder.LeastContentiousFirst, [new(2016, 2, 3), new(2016, 2, 4)], 1),
            new ElementsPaperItem("The paper", new(2016, 2, 5), [new(2016, 2, 6), new(2016, 2, 7)], new(2016, 2, 8), new(2016, 2, 9)),
            new VoteItem("The vote", new(2016, 2, 10), [Enlargement], ["adoption", "ratification"]),
        ]),
        Rules = new(
        [
            new("consensus", "Consensus", DecisionMethod.Consensus, null, null, []),
            new("simple", "A simple majority", DecisionMethod.PresentAndVotingMajority, null, Majority.Simple, []),
            new("adoption", "Two thirds of the members", DecisionMethod.MembersMajority, 4, null, []),
            new("ratification", "Two thirds of the members including the permanent members", DecisionMethod.MembersMajority, 4, null, [France]),
        ], "consensus", "consensus", "adoption", 3),
        CoFacilitation = new(["The co-facilitators"], SpeakingTimeState, SpeakingTimeGroup),
        Injects = [],
        Parameters = new(),
    };

    private static Provision Provision(ProvisionId id) => new(id, "A provision", "What about it?", "Decides", [new(Position.Left, "Left", "nothing"), new(Position.Right, "Right", "everything")], null, Position.Left);

    private static StateGroup Group(GroupId id, bool isHome, DelegationId coordinator, params DelegationId[] members) => new(id, id.Value, id.Value, [.. members], coordinator, isHome);
}
