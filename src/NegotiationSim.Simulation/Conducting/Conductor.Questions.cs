using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

public static partial class Conductor
{
    private static ImmutableArray<Question> GroupLineQuestions(Negotiation room)
    {
        var provisions = room.IssueNamed(room.Round!.Issue).Provisions;
        return [.. room.HomeGroups.Where(g => g.SpeaksAsOne).Select(g => new GroupLineQuestion(g.Id, [.. provisions.Select(p => new MembersOnProvision(
            p.Id,
            [.. g.Members.Select(m => room.PositionOf(m, p.Id))],
            [.. g.Members.Select(m => room.Instructions[m].Provisions[p.Id].Salience)]))]))];
    }

    private static StatementQuestion StatementQuestionTo(Negotiation room, FloorHolder floor)
    {
        var (speaker, group) = (floor.Entry.Delegation, floor.Entry.OnBehalfOf);
        var lines = LinesFor(room, group ?? room.States[room.IndexOf(speaker)].Home);
        var said = room.LastStated.GetValueOrDefault(floor.Entry.Voice);
        var instructions = room.Instructions[speaker];
        return new StatementQuestion(
            speaker,
            group,
            [.. room.IssueNamed(room.Round!.Issue).Provisions.Select(p => new ProvisionAtHand(
                p,
                instructions.Provisions[p.Id],
                room.PositionOf(speaker, p.Id),
                lines?.GetValueOrDefault(p.Id) ?? room.PositionOf(speaker, p.Id),
                said?.GetValueOrDefault(p.Id),
                room.Draft[p.Id],
                room.Offers.Any(o => o.Provision == p.Id)))],
            [.. room.Round.Heard.Select(h => new HeardStatement(h.Delegation, h.OnBehalfOf, h.Stated.ToImmutableSortedDictionary(s => s.Key, s => s.Value.At)))],
            floor.SpeakingTime,
            room.Model!.Parameters,
            new DrawnFrom(room.Model.Seed, room.Model.Run, room.Round.Number));
    }

    /// <summary>The line of a group in this round; null for a group that has none.</summary>
    private static ImmutableSortedDictionary<ProvisionId, Position>? LinesFor(Negotiation room, GroupId group) => room.GroupLines.GetValueOrDefault(group);

    private static ImmutableArray<Question> ReflectionQuestions(Negotiation room)
    {
        var model = room.Model!;
        var provisions = room.IssueNamed(room.Round!.Issue).Provisions;
        var homes = room.HomeGroups.Select(g => g.Id).ToArray();
        var standing = provisions.Select(p => room.Draft[p.Id].Alternatives.Select(a => new StandingAlternative(a.Id, a.At)).ToImmutableArray()).ToArray();

        var heard = room.Round.Heard.Where(s => !s.Stated.IsEmpty).ToArray();
        ImmutableArray<Voice> voices = [.. heard.Select(s => new Voice(s.Delegation, s.Answers, s.Stated.ToImmutableSortedDictionary(x => x.Key, x => Voiced(room, s, x.Key, x.Value))))];
        // A group is trusted as itself, a State as its home group.
        var speakers = heard.Select(s => Array.IndexOf(homes, s.OnBehalfOf ?? room.States[room.IndexOf(s.Delegation)].Home)).ToArray();
        var trustByHome = homes.Select((_, home) => speakers.Select(s => s < 0 ? Trust.FromWeight(model.Parameters.TrustBetweenGroups) : model.Trust[home * homes.Length + s]).ToImmutableArray()).ToArray();

        return [.. room.States.Select((state, seat) => new ReflectionQuestion(
            state.Id,
            [.. provisions.Select((p, column) => new ReflectedProvision(
                p.Id,
                room.Instructions[state.Id].Provisions[p.Id],
                room.Positions[p.Id][seat],
                room.Confidences[state.Id].Openness[p.Id],
                room.Draft[p.Id].Text,
                standing[column]))],
            voices,
            trustByHome[Array.IndexOf(homes, state.Home)],
            room.Confidences[state.Id].InChair,
            model.Parameters))];
    }

    /// <summary>A group cares as much as its members do on average.</summary>
    private static VoicedPosition Voiced(Negotiation room, StatementMade s, ProvisionId provision, StatedPosition stated)
    {
        Weight Cares(DelegationId member) => room.Instructions[member].Provisions[provision].Salience;
        var salience = s.OnBehalfOf is { } group
            ? new Weight((int)Rounding.HalfEven(room.GroupNamed(group).Members.Sum(m => (long)Cares(m).Units), room.GroupNamed(group).Members.Length))
            : Cares(s.Delegation);
        return new VoicedPosition(stated.At, Weight.Full, salience, stated.Repetition);
    }

    private static ImmutableArray<Question> MergeQuestions(Negotiation room, MergeOffer offer) =>
        [.. offer.Asked.Where(d => !offer.Answers.ContainsKey(d)).Select(d => new MergeQuestion(
            d, offer.Id, room.Instructions[d].Provisions[offer.Provision], room.ProvisionNamed(offer.Provision).StatusQuo, offer.At, room.Model!.Parameters))];

    private static ImmutableArray<Question> ObjectionQuestions(Negotiation room, ProvisionId provision, Alternative alternative) =>
        [.. room.States.Select(s => new ObjectionQuestion(s.Id, provision, alternative.Id, alternative.At, room.Instructions[s.Id].Provisions[provision], room.Model!.Parameters))];

    private static ImmutableArray<Question> PaperQuestions(Negotiation room, ElementsPaper paper)
    {
        var counted = room.Facts.Issues.SelectMany(i => i.Provisions).Where(p => p.IsCounted).ToArray();
        return [.. room.States.Select(s =>
        {
            var instructions = room.Instructions[s.Id].Provisions;
            return new PaperQuestion(
                s.Id,
                [.. paper.Elements.Select(e => new ElementAtHand(e.Provision, e.At, room.ProvisionNamed(e.Provision).StatusQuo, instructions[e.Provision]))],
                counted.Sum(p => (long)instructions[p.Id].Salience.Units),
                room.Model!.Parameters);
        })];
    }

    private static ImmutableArray<Question> VoteQuestions(Negotiation room, Vote vote) =>
        [.. room.States.Where(s => !vote.Marks.ContainsKey(s.Id)).Select(s => new VoteQuestion(
            s.Id,
            [.. vote.Text.Select(t => new ElementAtHand(t.Key, t.Value, room.ProvisionNamed(t.Key).StatusQuo, room.Instructions[s.Id].Provisions[t.Key]))],
            room.Model!.Parameters))];
}
