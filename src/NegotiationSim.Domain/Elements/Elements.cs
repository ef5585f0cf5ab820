using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>The co-facilitators' paper on the elements of convergence.</summary>
/// <param name="Version">1 as drafted; one more with each revision.</param>
/// <param name="Elements">One for each counted provision of the issues that converged.</param>
public sealed record ElementsPaper(int Version, ImmutableArray<IssueId> Issues, ImmutableArray<PaperElement> Elements);

public sealed record PaperElement(ProvisionId Provision, Position At, Words Text);

/// <summary>What a delegation says of the paper.</summary>
/// <param name="Crossed">Provisions across the delegation's red lines.</param>
public sealed record PaperAnswer(PaperVerdict Verdict, ImmutableArray<ProvisionId> Crossed);

public enum PaperVerdict
{
    /// <summary>Brings enough and crosses no red line.</summary>
    Accepts,

    /// <summary>Crosses no red line, but too much of what matters is not in it.</summary>
    AsksTooLittle,

    /// <summary>Crosses a red line, or costs more than it brings.</summary>
    AsksTooMuch,
}

/// <param name="Paper">Null when nothing has converged and there is nothing to write.</param>
public sealed record ElementsPaperDrafted(ElementsPaper? Paper) : NegotiationEvent;

/// <param name="Number">1 for the first reading.</param>
/// <param name="Answers">Those who do not accept; everyone else does.</param>
public sealed record PaperReadingHeld(int Number, ImmutableSortedDictionary<DelegationId, PaperAnswer> Answers) : NegotiationEvent;

public sealed record ElementsPaperRevised(ElementsPaper Paper) : NegotiationEvent;

public sealed record ElementsPaperCirculated : NegotiationEvent;

/// <summary>The decision of the membership, apart from what converged.</summary>
/// <param name="Rule">Name of the rule in force.</param>
/// <param name="Answers">Those who do not accept.</param>
public sealed record ElementsPaperDecided(bool IsAccepted, string Rule, ImmutableSortedDictionary<DelegationId, PaperAnswer> Answers) : NegotiationEvent;
