using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>The room: all that follows from its record so far, or from the part of it that somebody may see.</summary>
/// <remarks>What a viewer may not see is absent here: its table has no row, its fact is null.</remarks>
public sealed partial record Negotiation
{
    /// <summary>A room of which nothing is recorded.</summary>
    public static Negotiation Unopened { get; } = new();

    /// <summary>Room time of the last event.</summary>
    public RoomTime Now { get; init; }

    /// <summary>Null before the opening.</summary>
    public NegotiationOpened? Opened { get; init; }

    /// <summary>Seed, parameters and shocks to come; null for all but facilitators.</summary>
    public ModelFacts? Model { get; init; }

    /// <summary>Only the rows that the viewer may see.</summary>
    public ImmutableSortedDictionary<DelegationId, DelegationInstructions> Instructions { get; init; } = NoRows<DelegationId, DelegationInstructions>();

    /// <summary>Only the rows that the viewer may see.</summary>
    public ImmutableSortedDictionary<DelegationId, Confidence> Confidences { get; init; } = NoRows<DelegationId, Confidence>();

    /// <summary>Only the rows that the viewer may see; the lines of the present round.</summary>
    public ImmutableSortedDictionary<GroupId, ImmutableSortedDictionary<ProvisionId, Position>> GroupLines { get; init; } =
        NoRows<GroupId, ImmutableSortedDictionary<ProvisionId, Position>>();

    /// <summary>Public positions by provision, in the order of the States.</summary>
    public ImmutableSortedDictionary<ProvisionId, ImmutableArray<Position>> Positions { get; init; } = NoRows<ProvisionId, ImmutableArray<Position>>();

    public ImmutableSortedDictionary<ProvisionId, DraftProvision> Draft { get; init; } = NoRows<ProvisionId, DraftProvision>();

    /// <summary>Merges on offer, oldest first.</summary>
    public ImmutableArray<MergeOffer> Offers { get; init; } = [];

    /// <summary>Null before the first meeting and between meetings.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>Meetings opened so far.</summary>
    public int MeetingsHeld { get; init; }

    /// <summary>Where the programme stands; null between items.</summary>
    public ProgrammeStanding? Item { get; init; }

    /// <summary>Items of the programme that are concluded.</summary>
    public int ItemsConcluded { get; init; }

    /// <summary>Null before the first round; the last round until the next begins.</summary>
    public Round? Round { get; init; }

    public ImmutableArray<SpeakersListEntry> SpeakersList { get; init; } = [];

    public bool IsListOpen { get; init; }

    /// <summary>Null while nobody has the floor.</summary>
    public FloorHolder? Floor { get; init; }

    /// <summary>What each voice said last, by provision.</summary>
    public ImmutableSortedDictionary<VoiceId, ImmutableSortedDictionary<ProvisionId, StatedPosition>> LastStated { get; init; } =
        NoRows<VoiceId, ImmutableSortedDictionary<ProvisionId, StatedPosition>>();

    /// <summary>One entry a round, from round 0 before the first meeting.</summary>
    public ImmutableArray<RoundMeasures> Measures { get; init; } = [];

    /// <summary>Null until one is drafted.</summary>
    public PaperStanding? Paper { get; init; }

    /// <summary>Null while no vote is under way.</summary>
    public Vote? Vote { get; init; }

    public ImmutableArray<VoteResult> VoteResults { get; init; } = [];

    /// <summary>Shocks that reached the room, in order.</summary>
    public ImmutableArray<InjectApplied> InjectsApplied { get; init; } = [];

    /// <summary>Null until the programme is carried out.</summary>
    public NegotiationClosed? Closed { get; init; }

    [JsonIgnore]
    public bool IsOpened => Opened is not null;

    [JsonIgnore]
    public bool IsClosed => Closed is not null;

    /// <summary>What the room started from.</summary>
    /// <exception cref="InvalidOperationException">The room is not opened.</exception>
    [JsonIgnore]
    public NegotiationOpened Facts => Opened ?? throw new InvalidOperationException("The negotiation has not been opened.");

    [JsonIgnore]
    public ImmutableArray<MemberState> States => Facts.States;

    /// <summary>Groups in which at least one State has its home, in the order of precedence.</summary>
    [JsonIgnore]
    public IEnumerable<StateGroup> HomeGroups => Facts.Groups.Where(g => g.IsHome);

    /// <summary>Place of a delegation in every table; -1 for a State that is not in the room.</summary>
    public int IndexOf(DelegationId delegation)
    {
        var (low, high) = (0, States.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = States[middle].Id.CompareTo(delegation);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }

    public bool HasDelegation(DelegationId delegation) => IndexOf(delegation) >= 0;

    public KeyIssue IssueNamed(IssueId id) =>
        Facts.Issues.FirstOrDefault(i => i.Id == id) ?? throw new ArgumentException($"The room has no issue {id}.", nameof(id));

    public Provision ProvisionNamed(ProvisionId id) =>
        Facts.Issues.SelectMany(i => i.Provisions).FirstOrDefault(p => p.Id == id) ?? throw new ArgumentException($"The room has no provision {id}.", nameof(id));

    public StateGroup GroupNamed(GroupId id) =>
        Facts.Groups.FirstOrDefault(g => g.Id == id) ?? throw new ArgumentException($"The room has no group {id}.", nameof(id));

    public Position PositionOf(DelegationId delegation, ProvisionId provision) => Positions[provision][IndexOf(delegation)];

    /// <summary>The room after these events, from this one.</summary>
    public static Negotiation Replay(Negotiation from, IEnumerable<NegotiationEvent> events) => events.Aggregate(from, Evolve);

    internal static ImmutableSortedDictionary<TKey, TValue> NoRows<TKey, TValue>() where TKey : notnull => ImmutableSortedDictionary<TKey, TValue>.Empty;
}

/// <summary>What facilitators know of the model.</summary>
/// <param name="Trust">Between home groups, row by row in their order.</param>
/// <param name="LastAudit">Digest of the whole room at the end of the last round; null before.</param>
public sealed record ModelFacts(
    string Version,
    ulong Seed,
    uint Run,
    ModelParameters Parameters,
    ImmutableArray<Inject> Injects,
    ImmutableArray<Trust> TrustPrior,
    ImmutableArray<Trust> Trust,
    string? LastAudit);

/// <param name="Rounds">Rounds ended in this meeting.</param>
/// <param name="SuspendedUntil">Room time at which a suspended meeting resumes; null while it is not suspended, or until the chair resumes it.</param>
public sealed record Meeting(int Number, RoomTime OpenedAt, int Rounds, bool IsSuspended, RoomTime? SuspendedUntil, bool HasBeenSuspended);

/// <param name="Item">Index in the programme.</param>
/// <param name="Order">Its issues, in the order chosen.</param>
/// <param name="Concluded">How many of them are concluded.</param>
/// <param name="Issue">The issue under discussion; null between issues.</param>
/// <param name="MeetingsOnIssue">Meetings opened on it.</param>
/// <param name="RoundsOnIssue">Rounds ended on it.</param>
/// <param name="QuietRounds">Consecutive rounds in which nothing moved.</param>
/// <param name="VotesBefore">Votes closed before the item was taken up.</param>
public sealed record ProgrammeStanding(
    int Item,
    ImmutableArray<IssueId> Order,
    int Concluded,
    IssueId? Issue,
    int MeetingsOnIssue,
    int RoundsOnIssue,
    int QuietRounds,
    int VotesBefore);

/// <summary>How far a round has come; each phase reads what the one before left.</summary>
public enum RoundPhase
{
    Begun,
    LinesAgreed,
    Speaking,
    Reflected,
    Measured,
    Ended,
}

/// <param name="Heard">Statements of this round, in order.</param>
/// <param name="MergesConcluded">Merges of this round: true for those accepted.</param>
/// <param name="Tried">Provisions on which the chair has offered a merge in this round.</param>
/// <param name="AskedToClose">Provisions on which the chair has asked for objections in this round.</param>
/// <param name="Inserted">Alternatives inserted in this round.</param>
public sealed record Round(
    int Number,
    IssueId Issue,
    RoundPhase Phase,
    ImmutableArray<StatementMade> Heard,
    ImmutableArray<ConcludedMerge> MergesConcluded,
    ImmutableSortedSet<ProvisionId> Tried,
    ImmutableSortedSet<ProvisionId> AskedToClose,
    int Inserted,
    bool HasMoved);

/// <param name="Sponsors">All who were asked.</param>
/// <param name="DeclinedBy">Empty when all accepted.</param>
public sealed record ConcludedMerge(ProvisionId Provision, bool IsAccepted, ImmutableArray<DelegationId> Sponsors, ImmutableArray<DelegationId> DeclinedBy);

/// <param name="Item">The item of the programme that it belongs to.</param>
/// <param name="Paper">Null when nothing had converged.</param>
/// <param name="Readings">Readings held.</param>
/// <param name="LastAnswers">Those who did not accept at the last reading or decision.</param>
/// <param name="IsAccepted">Null before the decision.</param>
public sealed record PaperStanding(
    int Item,
    ElementsPaper? Paper,
    int Readings,
    ImmutableSortedDictionary<DelegationId, PaperAnswer> LastAnswers,
    bool IsCirculated,
    bool? IsAccepted);
