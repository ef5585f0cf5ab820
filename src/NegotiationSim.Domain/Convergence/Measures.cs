using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The figures of all issues after a round; round 0 is before the first meeting.</summary>
public sealed record MeasuresTaken(RoundMeasures Measures) : NegotiationEvent;

/// <param name="TrustMean">Mean trust across home groups, basis points.</param>
/// <param name="TrustMinimum">Least trust between two large home groups, basis points.</param>
public sealed record RoundMeasures(
    int Round,
    IssueId? Issue,
    int TrustMean,
    int TrustMinimum,
    int ProceduralFriction,
    ImmutableSortedDictionary<IssueId, IssueMeasures> Issues);

/// <summary>Convergence of one issue.</summary>
/// <remarks>Figures in basis points are integers, so that two machines write the same record.</remarks>
/// <param name="SubstantiveConvergence">10,000 when all stand at the text, 0 in the worst two-pole case or beyond.</param>
/// <param name="Polarisation">10,000 for two equal poles.</param>
/// <param name="Acceptable">By name of rule: how the text of this issue would fare.</param>
/// <param name="OpenBrackets">Provisions of the issue whose bracket is open.</param>
/// <param name="TextChurn">Alternatives inserted less alternatives merged in this round.</param>
/// <param name="IsConverged">By the chair's reading.</param>
/// <param name="RoundsAtMark">Consecutive rounds on this issue in which the mark held.</param>
/// <param name="Band">Where the room stands around the text.</param>
public sealed record IssueMeasures(
    int SubstantiveConvergence,
    int Polarisation,
    ImmutableSortedDictionary<string, Acceptability> Acceptable,
    int OpenBrackets,
    int TextChurn,
    bool IsConverged,
    int RoundsAtMark,
    Band Band);

/// <param name="Could">Delegations that could accept the text; under consensus, those that would not object.</param>
/// <param name="Missing">Votes missing, or objectors under consensus; 0 when the rule is satisfied. Counts indispensable States that do not accept.</param>
/// <param name="MarginBasisPoints">(could - needed) / members, signed.</param>
/// <param name="Without">Indispensable States that could not accept.</param>
public sealed record Acceptability(int Could, int Missing, int MarginBasisPoints, ImmutableArray<DelegationId> Without);

/// <summary>Quantiles of the distance to the text, in basis points of the scale; negative is left of the text. The issue's provisions are pooled.</summary>
public sealed record Band(int Q05, int Q25, int Q75, int Q95);
