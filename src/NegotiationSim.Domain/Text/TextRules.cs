using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class TextRules
{
    private const int LongestWords = 2_000;

    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        ProposeAlternative c when !Negotiation.MaySpeakFor(c, c.Delegation) => Decision.Refuse(Refusal.NotYourSeat),
        ProposeAlternative c when !room.HasDelegation(c.Delegation) => Decision.Refuse(Refusal.NoSuchDelegation),
        ProposeAlternative c => Propose(room, c, c.Delegation, c.Provision, c.Place, c.Text),

        WithdrawAlternative c when !Negotiation.MaySpeakFor(c, c.Delegation) => Decision.Refuse(Refusal.NotYourSeat),
        WithdrawAlternative c => Withdraw(room, c),

        OfferMerge c when !Negotiation.IsChair(c) => Decision.Refuse(Refusal.OnlyTheChair),
        OfferMerge c => Offer(room, c, c.Provision, c.Merge),

        AnswerMerge c => Answer(room, c),

        // The place of the text after a merge is the model's to find.
        ConcludeMerge c when !c.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),
        ConcludeMerge c => Conclude(room, c),

        CloseBracket c when !c.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),
        CloseBracket c => Close(room, c),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    public static Decision Propose(Negotiation room, NegotiationCommand c, DelegationId by, ProvisionId provision, Position at, Words text)
    {
        if (!room.Draft.TryGetValue(provision, out var draft)) return Decision.Refuse(Refusal.NoSuchProvision);
        if (!IsUnderDiscussion(room, provision)) return Decision.Refuse(Refusal.NotUnderDiscussion);
        if (draft.IsClosed) return Decision.Refuse(Refusal.BracketIsClosed);
        if (string.IsNullOrWhiteSpace(text.En)) return Decision.Refuse(Refusal.WordsMissing);
        if (IsTooLong(c, text)) return Decision.Refuse(Refusal.WordsTooLong);
        if (draft.Alternatives.Any(a => a.At == at)) return Decision.Refuse(Refusal.AlreadyProposed);
        var alternative = new Alternative(AlternativeId.Of(provision, draft.NextNumber), at, text, [by], []);
        return Decision.Of(new AlternativeProposed(provision, alternative) { At = c.At, By = c.By });
    }

    private static Decision Withdraw(Negotiation room, WithdrawAlternative c)
    {
        if (!room.Draft.TryGetValue(c.Provision, out var draft)) return Decision.Refuse(Refusal.NoSuchProvision);
        if (!IsUnderDiscussion(room, c.Provision)) return Decision.Refuse(Refusal.NotUnderDiscussion);
        if (draft.IsClosed) return Decision.Refuse(Refusal.BracketIsClosed);
        if (draft.Find(c.Alternative) is not { } alternative) return Decision.Refuse(Refusal.NoSuchAlternative);
        if (!alternative.Sponsors.Contains(c.Delegation) || alternative.Sponsors.Length > 1) return Decision.Refuse(Refusal.NotASponsor);
        if (draft.Alternatives.Length == 1) return Decision.Refuse(Refusal.TheOnlyAlternative);
        return Decision.Of(new AlternativeWithdrawn(c.Provision, c.Alternative) { At = c.At, By = c.By });
    }

    public static Decision Offer(Negotiation room, NegotiationCommand c, ProvisionId provision, ProposedMerge merge)
    {
        if (!room.Draft.TryGetValue(provision, out var draft)) return Decision.Refuse(Refusal.NoSuchProvision);
        if (!IsUnderDiscussion(room, provision)) return Decision.Refuse(Refusal.NotUnderDiscussion);
        if (draft.IsClosed) return Decision.Refuse(Refusal.BracketIsClosed);
        if (draft.Find(merge.First) is not { } first || draft.Find(merge.Second) is not { } second || first == second) return Decision.Refuse(Refusal.NoSuchAlternative);
        if (string.IsNullOrWhiteSpace(merge.Text.En)) return Decision.Refuse(Refusal.WordsMissing);
        if (IsTooLong(c, merge.Text)) return Decision.Refuse(Refusal.WordsTooLong);
        var id = MergeOffer.IdOf(merge.First, merge.Second);
        if (room.Offers.Any(o => o.Id == id || o.Id == MergeOffer.IdOf(merge.Second, merge.First))) return Decision.Refuse(Refusal.AlreadyOffered);
        var asked = first.Sponsors.Union(second.Sponsors).Order().ToImmutableArray();
        var offer = new MergeOffer(id, provision, merge.First, merge.Second, merge.At, merge.Text, c.By, asked, ImmutableSortedDictionary<DelegationId, bool>.Empty);
        return Decision.Of(new MergeOffered(offer) { At = c.At, By = c.By });
    }

    private static Decision Answer(Negotiation room, AnswerMerge c)
    {
        if (room.Offers.FirstOrDefault(o => o.Id == c.Offer) is not { } offer) return Decision.Refuse(Refusal.NoSuchOffer);
        if (c.Answers.IsEmpty || c.Answers.Keys.Any(d => !offer.Asked.Contains(d))) return Decision.Refuse(Refusal.NotAsked);
        if (c.Answers.Keys.Any(d => !Negotiation.MaySpeakFor(c, d))) return Decision.Refuse(Refusal.NotYourSeat);
        if (c.Answers.Keys.Any(offer.Answers.ContainsKey)) return Decision.Refuse(Refusal.AlreadyAnswered);
        return Decision.Of(new MergeAnswered(c.Offer, c.Answers) { At = c.At, By = c.By });
    }

    private static Decision Conclude(Negotiation room, ConcludeMerge c)
    {
        if (room.Offers.FirstOrDefault(o => o.Id == c.Offer) is not { } offer) return Decision.Refuse(Refusal.NoSuchOffer);
        var draft = room.Draft[offer.Provision];
        // An offer lapses with its alternatives, and with the discussion in which it was made.
        if (!IsUnderDiscussion(room, offer.Provision) || draft.Find(offer.First) is not { } first || draft.Find(offer.Second) is not { } second)
            return Decision.Of(new MergeDeclined(c.Offer, offer.Provision, []) { At = c.At, By = c.By });
        if (!offer.IsAnswered) return Decision.Refuse(Refusal.AnswersAwaited);
        var declinedBy = offer.Answers.Where(a => !a.Value).Select(a => a.Key).ToImmutableArray();
        if (!declinedBy.IsEmpty) return Decision.Of(new MergeDeclined(c.Offer, offer.Provision, declinedBy) { At = c.At, By = c.By });
        var into = new Alternative(
            AlternativeId.Of(offer.Provision, draft.NextNumber),
            offer.At,
            offer.Text,
            offer.Asked,
            first.Behind.Union(second.Behind).Order().ToImmutableArray());
        return Decision.Of(new AlternativesMerged(c.Offer, offer.Provision, offer.First, offer.Second, into, c.Text) { At = c.At, By = c.By });
    }

    private static Decision Close(Negotiation room, CloseBracket c)
    {
        if (!room.Draft.TryGetValue(c.Provision, out var draft)) return Decision.Refuse(Refusal.NoSuchProvision);
        if (!IsUnderDiscussion(room, c.Provision)) return Decision.Refuse(Refusal.NotUnderDiscussion);
        if (draft.IsClosed) return Decision.Refuse(Refusal.BracketIsClosed);
        if (draft.Find(c.On) is not { } alternative) return Decision.Refuse(Refusal.NoSuchAlternative);
        var heard = new ObjectionsHeard(c.Provision, c.On, c.Objectors) { At = c.At, By = c.By };
        var rule = room.Facts.Rules.Named(room.Facts.Rules.Brackets);
        var against = rule.Including.Count(c.Objectors.Contains);
        return Tally.Missing(rule, room.States.Length, alternative.Behind.Length, c.Objectors.Length, against) == 0
            ? Decision.Of(heard, new BracketClosed(c.Provision, c.On) { At = c.At, By = c.By })
            : Decision.Of(heard);
    }

    /// <summary>What the model proposes is made of the scenario's own words, however long these are.</summary>
    private static bool IsTooLong(NegotiationCommand c, Words text) => !c.By.IsCoFacilitators && (text.En.Length > LongestWords || text.Zh?.Length > LongestWords);

    private static bool IsUnderDiscussion(Negotiation room, ProvisionId provision) =>
        room.Item?.Issue is { } issue && room.IssueNamed(issue).Provisions.Any(p => p.Id == provision);
}
