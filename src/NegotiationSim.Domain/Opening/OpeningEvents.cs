using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The resolved scenario, as far as everyone may know it.</summary>
/// <param name="Scenario">The scenario's name.</param>
public sealed record NegotiationOpened(
    string Scenario,
    Words Title,
    Words Summary,
    ImmutableArray<KeyIssue> Issues,
    ImmutableArray<MemberState> States,
    ImmutableArray<StateGroup> Groups,
    ProgrammeOfWork Programme,
    DecisionRules Rules,
    CoFacilitation CoFacilitation) : NegotiationEvent;

/// <summary>Each delegation's instructions, each row for its own delegation.</summary>
public sealed record InstructionsGiven(ImmutableSortedDictionary<DelegationId, DelegationInstructions> Rows) : NegotiationEvent;

/// <summary>What the model runs on: for facilitators.</summary>
/// <param name="Model">Version of the rules by which the record was made; another version chains and folds it, and does not derive it again.</param>
/// <param name="Injects">The shocks to come.</param>
/// <param name="TrustPrior">Trust between home groups, row by row in the order of the home groups.</param>
public sealed record ModelConfigured(
    string Model,
    ulong Seed,
    uint Run,
    ModelParameters Parameters,
    ImmutableArray<Inject> Injects,
    ImmutableArray<Trust> TrustPrior) : NegotiationEvent;

/// <summary>Where the delegations stand in public before the first meeting.</summary>
/// <param name="Provisions">The columns of the table.</param>
public sealed record OpeningPositionsTaken(
    ImmutableArray<ProvisionId> Provisions,
    ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>> Rows) : NegotiationEvent;

/// <summary>The draft with which the session begins: the stated positions, compiled into alternatives.</summary>
public sealed record DraftTabled(ImmutableSortedDictionary<ProvisionId, DraftProvision> Provisions) : NegotiationEvent;

/// <summary>The programme is carried out.</summary>
/// <param name="Converged">Issues that converged by the chair's reading.</param>
public sealed record NegotiationClosed(ImmutableArray<IssueId> Converged) : NegotiationEvent;
