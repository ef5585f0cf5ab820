using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>In what order issues are taken up and voices are heard.</summary>
internal static class Agenda
{
    private const string Chair = "co-facilitators";

    /// <summary>The issues of an item in the order that the co-facilitators choose; ties keep the order of the programme.</summary>
    public static ImmutableArray<IssueId> Order(Negotiation room, DiscussionItem item)
    {
        long Spread(IssueId id) => IssueConvergence.Spread(room.IssueNamed(id).Provisions.Where(p => p.IsCounted)
            .Select(p => room.Positions[p.Id].Select(x => x.Units).ToArray()).ToArray());

        return item.Order switch
        {
            AgendaOrder.LeastContentiousFirst => [.. item.Issues.OrderBy(Spread)],
            AgendaOrder.MostContentiousFirst => [.. item.Issues.OrderByDescending(Spread)],
            _ => item.Issues,
        };
    }

    /// <summary>The list of a round: home groups that speak as one, in their order, then States drawn without replacement by how much they have to say.</summary>
    public static ImmutableArray<SpeakersListEntry> SpeakersList(Negotiation room)
    {
        var model = room.Model!;
        var round = room.Round!;
        var groups = room.HomeGroups.Where(g => g.SpeaksAsOne && g.Members.Length > 1).Select(g => new SpeakersListEntry(g.Coordinator, g.Id));
        var slots = Math.Min(model.Parameters.FloorSlots ?? int.MaxValue, room.Facts.Groups.Length + room.States.Length);
        var list = groups.Take(slots).ToList();

        var provisions = room.IssueNamed(round.Issue).Provisions;
        var weights = room.States.Select((s, seat) => provisions.Sum(p =>
            StatementPolicy.Urgency(room.Instructions[s.Id].Provisions[p.Id].Salience, room.Positions[p.Id][seat], room.Draft[p.Id].Text)) / provisions.Length).ToArray();
        var chance = new Chance(model.Seed, model.Run);
        var left = room.States.Length;
        for (var slot = list.Count; slot < slots && left > 0; slot++, left--)
        {
            var seat = Pick.One(weights, chance.For(Chair, Chance.NoProvision, round.Number, ChancePhase.Agenda, slot));
            list.Add(new SpeakersListEntry(room.States[seat].Id, null));
            weights[seat] = 0;
        }
        return [.. list];
    }
}
