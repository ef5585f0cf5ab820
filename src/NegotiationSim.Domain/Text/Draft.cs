using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>One provision of the draft text.</summary>
/// <param name="Alternatives">In the order of their places on the ladder. One when the bracket is closed.</param>
/// <param name="Text">y: where the text stands, the support-weighted median of the alternatives.</param>
/// <param name="NextNumber">The number of the next new alternative.</param>
public sealed record DraftProvision(ImmutableArray<Alternative> Alternatives, Position Text, int NextNumber, bool IsClosed)
{
    public Alternative? Find(AlternativeId id) => Alternatives.FirstOrDefault(a => a.Id == id);
}

/// <summary>One of the wordings inside a bracket.</summary>
/// <param name="At">Its place on the ladder.</param>
/// <param name="Sponsors">Those who tabled it or joined; they answer when a merge is offered.</param>
/// <param name="Behind">The States that stand behind it, in the order of their codes.</param>
public sealed record Alternative(AlternativeId Id, Position At, Words Text, ImmutableArray<DelegationId> Sponsors, ImmutableArray<DelegationId> Behind);

/// <summary>An offer to merge two alternatives, waiting for the answers of their sponsors.</summary>
/// <param name="Id">The first alternative, a plus sign, the second.</param>
/// <param name="Asked">The sponsors of both, in the order of their codes.</param>
/// <param name="Answers">Who has accepted (true) or declined (false) so far.</param>
public sealed record MergeOffer(
    string Id,
    ProvisionId Provision,
    AlternativeId First,
    AlternativeId Second,
    Position At,
    Words Text,
    Actor OfferedBy,
    ImmutableArray<DelegationId> Asked,
    ImmutableSortedDictionary<DelegationId, bool> Answers)
{
    public static string IdOf(AlternativeId first, AlternativeId second) => $"{first}+{second}";

    public bool IsAnswered => Answers.Count == Asked.Length;
}
