using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Everything that a negotiation starts from, resolved: no seed file and no order of precedence is needed any more.</summary>
/// <remarks>A scenario that exists is sound: the reader has checked every name, number and reference.</remarks>
public sealed record Scenario
{
    /// <summary>The folder's name: security-council-reform-70.</summary>
    public required string Name { get; init; }

    public required Words Title { get; init; }

    /// <summary>One or two sentences for the home page.</summary>
    public required Words Summary { get; init; }

    /// <summary>In the order in which the document that named them lists them.</summary>
    public required ImmutableArray<KeyIssue> Issues { get; init; }

    /// <summary>In the order of their ISO3 codes; every table by delegation follows this order.</summary>
    public required ImmutableArray<MemberState> States { get; init; }

    /// <summary>Home groups and all others, in the order of precedence.</summary>
    public required ImmutableArray<StateGroup> Groups { get; init; }

    /// <summary>One entry for each State and provision, by State, then provision in the order of the issues.</summary>
    public required ImmutableArray<Instruction> Instructions { get; init; }

    public required ProgrammeOfWork Programme { get; init; }

    public required DecisionRules Rules { get; init; }

    public required CoFacilitation CoFacilitation { get; init; }

    /// <summary>In the order of their room time.</summary>
    public required ImmutableArray<Inject> Injects { get; init; }

    public required ModelParameters Parameters { get; init; }
}

/// <summary>A key issue and its provisions.</summary>
/// <param name="Numeral">As the document numbers it: II.</param>
/// <param name="ShortTitle">For narrow places: Veto.</param>
public sealed record KeyIssue(IssueId Id, string Numeral, Words Title, Words ShortTitle, ImmutableArray<Provision> Provisions);

/// <summary>One question of an issue, and the ladder of answers to it.</summary>
/// <param name="Question">In plain words, as the hall asks it.</param>
/// <param name="Chapeau">The words of the draft before the bracket opens: Decides that new permanent members shall.</param>
/// <param name="Ladder">At least two steps, from left to right, the first at 0 and the last at 1.</param>
/// <param name="Measure">Null where the ladder is in words only.</param>
/// <param name="StatusQuo">Where things stand if nothing is agreed.</param>
/// <param name="IsCounted">False keeps it out of the measures and of convergence.</param>
public sealed record Provision(
    ProvisionId Id,
    Words Title,
    Words Question,
    Words Chapeau,
    ImmutableArray<LadderStep> Ladder,
    LadderMeasure? Measure,
    Position StatusQuo,
    bool IsCounted = true);

/// <summary>One step of a ladder.</summary>
/// <param name="Label">A few words, for the axis.</param>
/// <param name="Text">The words of the draft, which go on from the chapeau.</param>
public sealed record LadderStep(Position At, Words Label, Words Text);

/// <summary>A ladder that is a number: 0 is <paramref name="Left"/>, 1 is <paramref name="Right"/>.</summary>
/// <param name="Text">Words of the draft with {n} where the number goes.</param>
public sealed record LadderMeasure(int Left, int Right, Words Text)
{
    /// <summary>The number at a place on the ladder, to the nearest whole, half to even.</summary>
    public int At(Position position) => (int)Math.Round(Left + (Right - Left) * position.Share, MidpointRounding.ToEven);
}

/// <summary>A fact about a State. Who speaks for it is its delegation.</summary>
/// <param name="ElectoralGroup">One of the five regional groups: AFRICA.</param>
/// <param name="Home">The group that trust, the common line and discipline run through; a permanent member stands alone, in a group of its own code.</param>
public sealed record MemberState(DelegationId Id, Words Name, GroupId ElectoralGroup, bool IsPermanentMember, GroupId Home);

/// <summary>States that speak together.</summary>
/// <param name="Members">In the order of their codes; never empty.</param>
/// <param name="Coordinator">The member that speaks on behalf of the group.</param>
/// <param name="IsHome">True when at least one State has its home here; trust runs between home groups.</param>
/// <param name="SpeaksAsOne">False for a group without a common position, such as a regional group: it has no statement to make.</param>
public sealed record StateGroup(
    GroupId Id,
    Words Name,
    Words ShortName,
    ImmutableArray<DelegationId> Members,
    DelegationId Coordinator,
    bool IsHome,
    bool SpeaksAsOne = true);

/// <summary>What a capital tells its delegation about one provision.</summary>
/// <param name="Ideal">As stated, before the spread that the certainty asks for.</param>
/// <param name="HasRedLine">The delegation objects to whatever lies outside the range that it can live with.</param>
/// <param name="Actor">Whose stated position this is: the State itself, one of its groups, or DEFAULT.</param>
public sealed record Instruction(
    DelegationId Delegation,
    ProvisionId Provision,
    Position Ideal,
    Weight Salience,
    Weight Flexibility,
    bool HasRedLine,
    Certainty Certainty,
    string Actor);

/// <summary>How well a stated position is known.</summary>
public enum Certainty
{
    /// <summary>The stance in words has a source; the number is a judgement.</summary>
    Documented,

    /// <summary>Concluded from other stances.</summary>
    Inferred,

    /// <summary>A filler: nothing is known.</summary>
    Placeholder,
}
