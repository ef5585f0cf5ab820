using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Where everybody stands: resolves stated positions into one instruction for each State and provision.</summary>
internal static class Instructions
{
    public static ImmutableArray<Instruction> Of(ScenarioSheet sheet, Seeds seeds, Room room, Faults faults)
    {
        // With nobody in the room there is nobody to instruct; why it is empty is told elsewhere.
        if (sheet.Positions is not { } positions || room.States.IsEmpty) return [];
        var provisions = (sheet.Issues ?? Enumerable.Empty<IssueSheet>())
            .SelectMany(i => i.Provisions ?? Enumerable.Empty<ProvisionSheet>()).Select(p => p.Id).OfType<Placed<ProvisionId>>().DistinctBy(p => p.Value).ToList();

        if (positions is { Epochs: null, Stated: null })
            faults.Add(positions.Place, "is empty: give epochs to use the table of positions, or state positions here, or both");
        var stated = Stated(positions, room, provisions, faults);
        var table = FromTable(positions, seeds, faults);

        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        foreach (var provision in provisions)
        {
            var rows = stated.Concat(table).Where(p => p.Provision == provision.Value).ToLookup(p => p.Actor);
            if (rows.Count == 0)
            {
                faults.Add(provision.Place, $"{provision.Value} has no positions: state some, if only for {Seeds.Default}, or leave the provision out");
                continue;
            }
            var lost = new List<DelegationId>();
            foreach (var state in room.States)
            {
                if (Actors(state, room).Select(a => rows[a].FirstOrDefault()).FirstOrDefault(p => p is not null) is { } found)
                    instructions.Add(new(state.Id, provision.Value, found.Position, found.Salience, found.Flexibility, found.HasRedLine, found.Certainty, found.Actor));
                else
                    lost.Add(state.Id);
            }
            if (lost.Count > 0)
                faults.Add(provision.Place, $"{provision.Value} has no position for {string.Join(", ", lost.Take(5))}{(lost.Count > 5 ? $" and {lost.Count - 5} more" : "")}; state one for them, for a group of theirs, or for {Seeds.Default}");
        }
        var order = provisions.Select((p, i) => (p.Value, i)).ToDictionary(p => p.Value, p => p.i);
        return [.. instructions.OrderBy(i => i.Delegation).ThenBy(i => order[i.Provision])];
    }

    /// <summary>Whose word counts for a State, first to last.</summary>
    private static IEnumerable<string> Actors(MemberState state, Room room) =>
        [state.Id.Value, .. room.Groups.Where(g => g.Members.Contains(state.Id)).Select(g => g.Id.Value), Seeds.Default];

    private static List<SeedPosition> Stated(PositionsSheet positions, Room room, List<Placed<ProvisionId>> provisions, Faults faults)
    {
        var stated = new List<SeedPosition>();
        foreach (var row in positions.Stated ?? Enumerable.Empty<PositionSheet>())
        {
            if (row.Actor is { } actor && actor.Value != Seeds.Default && !room.Has(new DelegationId(actor.Value)) && !room.Has(new GroupId(actor.Value)))
                faults.Add(actor.Place, $"{actor.Value} is neither a State nor a group in the room, nor {Seeds.Default}{Nearest.Hint(actor.Value, room.StateNames.Concat(room.GroupNames).Append(Seeds.Default).Distinct())}");
            if (row.Provision is { } provision && provisions.All(p => p.Value != provision.Value))
                faults.Add(provision.Place, $"{provision.Value} is not a provision of the scenario{Nearest.Hint(provision.Value.Value, provisions.Select(p => p.Value.Value))}");
            if (row is not { Actor: { } a, Provision: { } on, Position: { } at, Salience: { } salience, Flexibility: { } flexibility, Certainty: { } certainty }) continue;
            if (stated.Any(s => s.Actor == a.Value && s.Provision == on.Value))
                faults.Add(a.Place, $"{a.Value} has stated a position on {on.Value} already; keep one");
            else
                stated.Add(new(a.Value, on.Value, "", Position.FromShare(at.Value), Weight.FromShare(salience.Value), Weight.FromShare(flexibility.Value), row.RedLine?.Value ?? false, certainty.Value));
        }
        return stated;
    }

    private static List<SeedPosition> FromTable(PositionsSheet positions, Seeds seeds, Faults faults)
    {
        var rows = new List<SeedPosition>();
        var known = seeds.Positions.Select(p => p.Epoch).Distinct().Order().ToList();
        foreach (var (epoch, place) in positions.Epochs?.Entries ?? [])
        {
            if (known.Count > 0 && !known.Contains(epoch)) faults.Add(place, $"{epoch} is not an epoch of the table of positions{Nearest.Hint(epoch, known)}");
            rows.AddRange(seeds.Positions.Where(p => p.Epoch == epoch));
        }
        return rows;
    }
}
