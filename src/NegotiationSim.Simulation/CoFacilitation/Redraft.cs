using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What can be done with the alternatives of one provision.</summary>
internal static class Redraft
{
    /// <summary>y: the support-weighted median of the alternatives, each as heavy as the number of States behind it.</summary>
    public static Position Text(IEnumerable<(Position At, int Behind)> alternatives)
    {
        var standing = alternatives.ToArray();
        var places = Array.ConvertAll(standing, a => a.At.Units);
        var weights = Array.ConvertAll(standing, a => (long)a.Behind);
        return new(WeightedMedian.Middle(places, weights));
    }

    public static Position Text(IEnumerable<Alternative> alternatives) => Text(alternatives.Select(a => (a.At, a.Behind.Length)));

    /// <summary>The closest two alternatives no further apart than the merge radius; null when there are none.</summary>
    public static ProposedMerge? ClosestPair(Provision provision, DraftProvision draft, Position radius)
    {
        ProposedMerge? closest = null;
        var least = radius.Units;
        for (var i = 1; i < draft.Alternatives.Length; i++)
        {
            var (first, second) = (draft.Alternatives[i - 1], draft.Alternatives[i]);
            var apart = second.At.Units - first.At.Units;
            if (apart > least || closest is not null && apart == least) continue;
            (closest, least) = (Merge(provision, first, second), apart);
        }
        return closest;
    }

    /// <summary>Two alternatives in one: at their support-weighted mean, halfway when nobody stands behind either.</summary>
    public static ProposedMerge Merge(Provision provision, Alternative first, Alternative second)
    {
        var (a, b) = (first.Behind.Length, second.Behind.Length);
        if (a + b == 0) (a, b) = (1, 1);
        var at = new Position(Rounding.HalfEven((Int128)first.At.Units * a + (Int128)second.At.Units * b, a + b));
        return new ProposedMerge(first.Id, second.Id, at, Wording.At(provision, at));
    }

    /// <summary>Behind which alternative a delegation stands: the nearest that it can live with, the left one of two as near.</summary>
    public static AlternativeId? Behind(Position own, ProvisionInstruction instruction, ReadOnlySpan<StandingAlternative> alternatives)
    {
        AlternativeId? behind = null;
        var least = long.MaxValue;
        foreach (var alternative in alternatives)
        {
            var away = Math.Abs(alternative.At.Units - own.Units);
            if (away >= least || !instruction.CanLiveWith(alternative.At)) continue;
            (behind, least) = (alternative.Id, away);
        }
        return behind;
    }
}
