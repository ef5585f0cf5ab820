using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What a round did to trust and to openness.</summary>
/// <remarks>Source: model section 5, step 6. Trust runs between home groups, and from each State to the chair.</remarks>
internal static class TrustRound
{
    public static (ImmutableArray<Trust> Between, ImmutableSortedDictionary<DelegationId, Confidence> Moved) After(Negotiation room)
    {
        var (round, model) = (room.Round!, room.Model!);
        return (Between(room, round, model), Moved(room, round, model.Parameters));
    }

    private static ImmutableArray<Trust> Between(Negotiation room, Round round, ModelFacts model)
    {
        var homes = room.HomeGroups.Select(g => g.Id).ToArray();
        var n = homes.Length;
        var p = model.Parameters;
        var trust = model.Trust.ToArray();
        int HomeOf(DelegationId id) => Array.IndexOf(homes, room.States[room.IndexOf(id)].Home);

        foreach (var merge in round.MergesConcluded)
        {
            var sponsors = merge.Sponsors.Select(HomeOf).Distinct().Order().ToArray();
            var decliners = merge.DeclinedBy.Select(HomeOf).Distinct().ToHashSet();
            foreach (var a in sponsors)
            {
                foreach (var b in sponsors)
                {
                    if (a == b) continue;
                    ref var towards = ref trust[a * n + b];
                    if (merge.IsAccepted) towards = TrustSteps.Gain(towards, p.TrustGain);
                    else if (decliners.Contains(b) && !decliners.Contains(a)) towards = TrustSteps.Loss(towards, p.TrustLoss);
                }
            }
        }

        foreach (var repeater in round.Heard.Where(IsRepetition).Select(s => HomeOf(s.Delegation)).Distinct().Order())
            for (var a = 0; a < n; a++)
                if (a != repeater) trust[a * n + repeater] = TrustSteps.Loss(trust[a * n + repeater], p.TrustLoss);

        for (var i = 0; i < trust.Length; i++) trust[i] = TrustSteps.Decay(trust[i], model.TrustPrior[i], p.TrustDecay);
        return [.. trust];
    }

    private static bool IsRepetition(StatementMade s) => s.Answers is null && s.Stated.TryGetValue(s.Provision, out var said) && said.Repetition > 0;

    private static ImmutableSortedDictionary<DelegationId, Confidence> Moved(Negotiation room, Round round, ModelParameters p)
    {
        var prior = Trust.FromWeight(p.TrustInChair);
        var spoke = round.Heard.Where(s => s.OnBehalfOf is null && !s.Stated.IsEmpty).ToLookup(s => s.Delegation);
        var moved = ImmutableSortedDictionary.CreateBuilder<DelegationId, Confidence>();
        foreach (var (delegation, before) in room.Confidences)
        {
            var instructions = room.Instructions[delegation];
            var inChair = before.InChair;
            var openness = ImmutableSortedDictionary<ProvisionId, Position>.Empty;
            foreach (var merge in round.MergesConcluded.Where(m => m.IsAccepted && m.Sponsors.BinarySearch(delegation) >= 0))
            {
                inChair = TrustSteps.Gain(inChair, p.TrustGain);
                openness = openness.SetItem(merge.Provision, Flexibility.Rewarded(openness.GetValueOrDefault(merge.Provision, before.Openness[merge.Provision]), p.MergeReward, p.OpennessCap));
            }
            // A delegation that spoke and finds the text outside its range has been ignored.
            if (spoke[delegation].Any(s => !instructions.Provisions[s.Provision].CanLiveWith(room.Draft[s.Provision].Text)))
                inChair = TrustSteps.Loss(inChair, p.TrustLoss);
            inChair = TrustSteps.Decay(inChair, prior, p.TrustDecay);

            if (inChair != before.InChair || !openness.IsEmpty) moved.Add(delegation, new Confidence(openness, inChair));
        }
        return moved.ToImmutable();
    }
}
