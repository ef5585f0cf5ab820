using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>The figures of a room after a round, each issue by its counted provisions.</summary>
internal static class Figures
{
    /// <summary>Home groups of at least this many members are large, when the least trust is looked for.</summary>
    private const int LargeGroup = 10;

    /// <param name="trust">Between home groups, as it stands after this round.</param>
    public static RoundMeasures Of(Negotiation room, ImmutableArray<Trust> trust)
    {
        var round = room.Round is { Phase: not RoundPhase.Ended } under ? under : null;
        var (mean, least) = TrustAcross(room, trust);
        return new RoundMeasures(
            round?.Number ?? 0,
            round?.Issue,
            mean,
            least,
            round is null ? 0 : Friction(round),
            room.Facts.Issues.ToImmutableSortedDictionary(i => i.Id, i => Of(room, i, round)));
    }

    private static IssueMeasures Of(Negotiation room, KeyIssue issue, Round? round)
    {
        var parameters = room.Model!.Parameters;
        var provisions = issue.Provisions.Where(p => p.IsCounted).ToArray();
        var seats = room.States.Select(s => Elements(room, s.Id, provisions)).ToArray();
        var couldAccept = seats.Select(e => Utility.CouldAccept(e, parameters.Reservation, parameters.LossExponent)).ToArray();
        var wouldObject = seats.Select(e => e.Any(x => Utility.WouldObject(x.At, x.Instruction, parameters))).ToArray();

        var positions = provisions.Select(p => Array.ConvertAll([.. room.Positions[p.Id]], x => x.Units)).ToArray();
        var texts = provisions.Select(p => room.Draft[p.Id].Text.Units).ToArray();
        var saliences = provisions.Select((p, column) => seats.Select(e => (long)e[column].Instruction.Salience.Units).ToArray()).ToArray();

        var substantive = IssueConvergence.Substantive(positions, texts, saliences);
        var acceptable = room.Facts.Rules.Rules.ToImmutableSortedDictionary(r => r.Name, r => Acceptable(room, r, couldAccept, wouldObject));
        var before = room.Measures.IsEmpty ? null : room.Measures[^1].Issues[issue.Id];
        var atMark = before?.RoundsAtMark ?? 0;
        if (round?.Issue == issue.Id)
        {
            var holds = substantive >= parameters.ConvergedFromBasisPoints && acceptable[room.Facts.Rules.Text].Missing == 0;
            atMark = holds ? atMark + 1 : 0;
        }
        return new IssueMeasures(
            substantive,
            IssueConvergence.Polarisation(positions),
            acceptable,
            issue.Provisions.Count(p => !room.Draft[p.Id].IsClosed),
            round?.Issue == issue.Id ? round.Inserted - round.MergesConcluded.Count(m => m.IsAccepted) : 0,
            atMark >= parameters.ConvergedRounds,
            atMark,
            IssueConvergence.Band(positions, texts));
    }

    /// <summary>Some provisions of the draft, as one delegation holds them against its instructions.</summary>
    public static ImmutableArray<ElementAtHand> Elements(Negotiation room, DelegationId delegation, IEnumerable<Provision> provisions) =>
        [.. provisions.Select(p => new ElementAtHand(p.Id, room.Draft[p.Id].Text, p.StatusQuo, room.Instructions[delegation].Provisions[p.Id]))];

    private static Acceptability Acceptable(Negotiation room, DecisionRule rule, bool[] couldAccept, bool[] wouldObject)
    {
        var members = room.States.Length;
        var consensus = rule.Method == DecisionMethod.Consensus;
        bool Could(int seat) => consensus ? !wouldObject[seat] : couldAccept[seat];

        var could = Enumerable.Range(0, members).Count(Could);
        var without = rule.Including.Where(id => !Could(room.IndexOf(id))).ToImmutableArray();
        var missing = Tally.Missing(rule, members, could, members - could, without.Length);
        // The margin is signed: what is spare where nothing is missing.
        var spare = missing > 0 ? -missing : Spare(rule, members, could);
        return new Acceptability(could, missing, (int)Rounding.HalfEven((Int128)spare * 10_000, members), without);
    }

    private static int Spare(DecisionRule rule, int members, int could) => rule.Method switch
    {
        DecisionMethod.Consensus => 0,
        DecisionMethod.MembersMajority => could - (rule.Votes ?? members),
        _ => rule.Majority == Majority.TwoThirds ? could - (2 * members + 2) / 3 : could - (members / 2 + 1),
    };

    private static int Friction(Round round)
    {
        if (round.Heard.IsEmpty) return 0;
        var lost = round.Heard.Count(IsProcedureOrRepetition);
        return (int)Rounding.HalfEven((Int128)lost * 10_000, round.Heard.Length);
    }

    private static bool IsProcedureOrRepetition(StatementMade s) =>
        s.Kind == StatementKind.Procedure || s.Stated.TryGetValue(s.Provision, out var said) && said.Repetition > 0;

    private static (int Mean, int Least) TrustAcross(Negotiation room, ImmutableArray<Trust> trust)
    {
        var homes = room.HomeGroups.ToArray();
        var sizes = homes.Select(g => room.States.Count(s => s.Home == g.Id)).ToArray();
        Int128 sum = 0, weight = 0;
        long? least = null;
        for (var a = 0; a < homes.Length; a++)
        {
            for (var b = 0; b < homes.Length; b++)
            {
                if (a == b) continue;
                var pair = (Int128)sizes[a] * sizes[b];
                var units = trust[a * homes.Length + b].Units;
                sum += pair * units;
                weight += pair;
                if (sizes[a] >= LargeGroup && sizes[b] >= LargeGroup) least = Math.Min(least ?? units, units);
            }
        }
        if (weight == 0) return (10_000, 10_000);
        var mean = (int)Rounding.HalfEven(sum * 10_000, weight * Trust.One);
        return (mean, least is { } l ? (int)Rounding.HalfEven((Int128)l * 10_000, Trust.One) : mean);
    }
}
