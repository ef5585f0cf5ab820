using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What an unattended delegation says when it has the floor.</summary>
internal static class StatementPolicy
{
    private const int DrawsProvision = 0;
    private const int DrawsProcedure = 1;
    private const int DrawsLength = 2;

    /// <summary>Weight of a provision on which a delegation stands at the text, in units of a position: everyone may speak to everything.</summary>
    internal const long Baseline = Position.One / 20;

    public static StatementAnswer Of(StatementQuestion question)
    {
        var chance = new Chance(question.Chance.Seed, question.Chance.Run);
        Draw Drawn(int drawNo) => chance.For(question.OnBehalfOf is { } group ? EntityNumber.Of(group) : EntityNumber.Of(question.Delegation), Chance.NoProvision, question.Chance.Round, ChancePhase.Statements, drawNo);

        var focus = Focus(question, Drawn(DrawsProvision));
        var lasts = Length(question.SpeakingTime, Drawn(DrawsLength));
        if (question.OnBehalfOf is null && !Drawn(DrawsProcedure).Happens(question.Parameters.SubstanceShare))
            return new StatementAnswer(StatementKind.Procedure, focus.Provision.Id, ImmutableSortedDictionary<ProvisionId, Position>.Empty, null, lasts, null, null);

        var stated = question.Provisions.ToImmutableSortedDictionary(p => p.Provision.Id, p => Stated(question, p));
        var (kind, proposal, merge) = Choose(question, focus, stated[focus.Provision.Id]);
        var answers = kind is StatementKind.Merge or StatementKind.Bridge or StatementKind.Move or StatementKind.Propose ? Answered(question, focus, stated[focus.Provision.Id]) : null;
        return new StatementAnswer(kind, focus.Provision.Id, stated, answers, lasts, proposal, merge);
    }

    /// <summary>A group speaks its line; a State its own position, disciplined by its group.</summary>
    private static Position Stated(StatementQuestion question, ProvisionAtHand at) =>
        question.OnBehalfOf is null ? GroupLine.Disciplined(at.Own, at.GroupLine, question.Parameters.Discipline) : at.GroupLine;

    /// <summary>The provision that the statement is about, drawn by salience times distance to the text.</summary>
    private static ProvisionAtHand Focus(StatementQuestion question, Draw draw)
    {
        var weights = question.Provisions.Select(p => Urgency(p.Instruction.Salience, p.Own, p.Draft.Text)).ToArray();
        return question.Provisions[Pick.One(weights, draw)];
    }

    /// <summary>s |x - y| + .05, in units of a position.</summary>
    internal static long Urgency(Weight salience, Position own, Position text) =>
        (long)((Int128)salience.Units * Math.Abs(own.Units - text.Units) / Weight.One) + Baseline;

    /// <summary>The first kind that applies, in the order of the model.</summary>
    private static (StatementKind Kind, ProposedWords? Proposal, ProposedMerge? Merge) Choose(StatementQuestion question, ProvisionAtHand at, Position stated)
    {
        var draft = at.Draft;
        // A group proposes its line, a State its own place.
        var place = question.OnBehalfOf is null ? at.Own : stated;
        var mayDraft = !draft.IsClosed && !at.HasOffer;
        if (!at.Instruction.CanLiveWith(draft.Text) && at.Instruction.HasRedLine) return (StatementKind.Object, null, null);

        if (mayDraft && MergeOfMine(question, at) is { } merge) return (StatementKind.Merge, null, merge);

        var proposes = mayDraft && draft.Alternatives.All(a => a.At != place);
        if (proposes && IsBetweenFarAlternatives(draft, place, question.Parameters.MergeRadius)) return (StatementKind.Bridge, Words(at, place), null);

        if (at.LastStated is { } last && Math.Abs(last.At.Units - stated.Units) > question.Parameters.RepetitionRadius.Units) return (StatementKind.Move, null, null);

        if (!at.Instruction.CanLiveWith(draft.Text)) return (StatementKind.Object, null, null);

        if (proposes && draft.Alternatives.All(a => !at.Instruction.CanLiveWith(a.At))) return (StatementKind.Propose, Words(at, place), null);

        return (at.LastStated is null ? StatementKind.Clarify : StatementKind.Restate, null, null);
    }

    /// <summary>The alternative that the delegation sponsors, merged with its nearest neighbour within the merge radius; null without one.</summary>
    private static ProposedMerge? MergeOfMine(StatementQuestion question, ProvisionAtHand at)
    {
        var alternatives = at.Draft.Alternatives;
        for (var i = 1; i < alternatives.Length; i++)
        {
            var (first, second) = (alternatives[i - 1], alternatives[i]);
            if (second.At.Units - first.At.Units > question.Parameters.MergeRadius.Units) continue;
            if (!first.Sponsors.Contains(question.Delegation) && !second.Sponsors.Contains(question.Delegation)) continue;
            var merge = Redraft.Merge(at.Provision, first, second);
            if (at.Instruction.CanLiveWith(merge.At)) return merge;
        }
        return null;
    }

    /// <summary>The delegation lies between two neighbouring alternatives, neither of them within the merge radius of it.</summary>
    private static bool IsBetweenFarAlternatives(DraftProvision draft, Position place, Position radius) =>
        place.Units > draft.Alternatives[0].At.Units
        && place.Units < draft.Alternatives[^1].At.Units
        && draft.Alternatives.All(a => Math.Abs(a.At.Units - place.Units) > radius.Units);

    private static ProposedWords Words(ProvisionAtHand at, Position place) => new(place, Wording.At(at.Provision, place));

    /// <summary>Whom the statement takes up: of those heard elsewhere on the ladder, the nearest; the first of two as near.</summary>
    private static DelegationId? Answered(StatementQuestion question, ProvisionAtHand at, Position stated) =>
        question.Heard
            .Where(h => h.Delegation != question.Delegation && h.Stated.TryGetValue(at.Provision.Id, out var said)
                && Math.Abs(said.Units - stated.Units) > question.Parameters.RepetitionRadius.Units)
            .MinBy(h => Math.Abs(h.Stated[at.Provision.Id].Units - stated.Units))?.Delegation;

    /// <summary>Between three fifths of the speaking time and all of it, in whole seconds.</summary>
    private static TimeSpan Length(TimeSpan speakingTime, Draw draw)
    {
        var most = Math.Max(1, (int)speakingTime.TotalSeconds);
        var least = Math.Max(1, most * 3 / 5);
        return TimeSpan.FromSeconds(least + draw.Next(most - least + 1));
    }
}
