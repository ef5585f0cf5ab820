using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Who is in the room: the States, their groups and their homes.</summary>
internal sealed class Room
{
    /// <summary>States and home groups; 255 voices of full weight fit in 64 bits, and the chair, the text and guests are voices too.</summary>
    private const int MostVoices = 230;

    private Room(ImmutableArray<MemberState> states, ImmutableArray<StateGroup> groups) => (States, Groups) = (states, groups);

    public ImmutableArray<MemberState> States { get; }

    public ImmutableArray<StateGroup> Groups { get; }

    public bool Has(DelegationId state) => States.Any(s => s.Id == state);

    public bool Has(GroupId group) => Groups.Any(g => g.Id == group);

    public IEnumerable<string> StateNames => States.Select(s => s.Id.Value);

    public IEnumerable<string> GroupNames => Groups.Select(g => g.Id.Value);

    public static Room Of(ScenarioSheet sheet, Seeds seeds, DateOnly? asOf, Faults faults)
    {
        var present = Present(sheet, seeds, faults);
        var names = Names(sheet, present, faults);
        var listed = Listed(sheet, seeds, present, asOf, faults);
        var homes = Homes(sheet, present, listed, faults);

        // Each permanent member comes before every group, and speaks for itself from its own seat.
        var alone = present.Where(s => s.IsPermanentMember)
            .Select(s => new StateGroup(new(s.Id.Value), names.GetValueOrDefault(s.Id, s.Name), s.Id.Value, [s.Id], s.Id, IsHome: true, SpeaksAsOne: false));
        var room = new Room(
            [.. present.Where(s => homes.ContainsKey(s.Id)).Select(s => new MemberState(s.Id, names.GetValueOrDefault(s.Id, s.Name), s.ElectoralGroup, s.IsPermanentMember, homes[s.Id]))],
            [.. alone, .. listed.Select(g => g with { IsHome = homes.ContainsValue(g.Id) })]);

        var voices = room.States.Length + room.Groups.Count(g => g.IsHome);
        if (voices > MostVoices && sheet.States is not null)
            faults.Add(sheet.States.Place, $"brings {voices} States and home groups into the room; it holds {MostVoices}. Take fewer States or groups");
        return room;
    }

    private static ImmutableArray<SeedState> Present(ScenarioSheet sheet, Seeds seeds, Faults faults)
    {
        // Where a table is unusable, that is the fault to mend first; an empty room keeps others from being told that follow from it.
        if (sheet.States is not { } asked || !seeds.AreWhole) return [];
        if (asked.Items is not { } list) return [.. seeds.States.Values.OrderBy(s => s.Id)];
        var present = new SortedDictionary<DelegationId, SeedState>();
        foreach (var (id, place) in list.Entries)
        {
            if (!seeds.States.TryGetValue(id, out var state))
                faults.Add(place, $"{id} is not a State of the table of States{Nearest.Hint(id.Value, seeds.States.Keys.Select(s => s.Value).Order())}");
            else if (!present.TryAdd(id, state))
                faults.Add(place, $"{id} is listed already; keep one");
        }
        return [.. present.Values];
    }

    private static ImmutableDictionary<DelegationId, Words> Names(ScenarioSheet sheet, ImmutableArray<SeedState> present, Faults faults)
    {
        if (sheet.Names is not { } table || present.IsEmpty) return ImmutableDictionary<DelegationId, Words>.Empty;
        foreach (var (key, _) in table.Rows)
            if (present.All(s => s.Id != key.Value)) faults.Add(key.Place, $"{key.Value} is not in the room{Nearest.Hint(key.Value.Value, present.Select(s => s.Id.Value))}");
        return table.Rows.ToImmutableDictionary(r => r.Key.Value, r => r.Value);
    }

    private static ImmutableArray<StateGroup> Listed(ScenarioSheet sheet, Seeds seeds, ImmutableArray<SeedState> present, DateOnly? asOf, Faults faults)
    {
        var groups = ImmutableArray.CreateBuilder<StateGroup>();
        foreach (var group in sheet.Groups ?? Enumerable.Empty<GroupSheet>())
        {
            if (group.Code is not { } code || present.IsEmpty) continue;
            var known = seeds.Groups.GetValueOrDefault(code.Value);
            if (known is null && (group.Name is null || group.ShortName is null || group.Members is null))
            {
                var hint = Nearest.Hint(code.Value.Value, seeds.Groups.Keys.Select(g => g.Value).Order());
                faults.Add(code.Place, $"{code.Value} is not a group of the table of groups{hint}{(hint.EndsWith('?') ? "" : ".")} A group of the scenario's own has name, shortName and members");
                continue;
            }
            if (groups.Any(g => g.Id == code.Value))
            {
                var first = sheet.Groups!.First(g => g.Code?.Value == code.Value).Code!.Place.Line;
                faults.Add(code.Place, $"{code.Value} is listed twice, first in line {first}; keep one entry");
                continue;
            }
            if (present.Any(s => s.IsPermanentMember && s.Id.Value == code.Value.Value))
            {
                faults.Add(code.Place, $"{code.Value} is a group already; a permanent member stands alone without an entry");
                continue;
            }
            var members = Members(group, code.Value, seeds, present, asOf, faults);
            if (members.IsEmpty)
            {
                faults.Add(code.Place, $"{code.Value} is a group nobody in the room is in; leave it out, or list a State that is");
                continue;
            }
            if (group.Coordinator is { } coordinator && !members.Contains(coordinator.Value))
                faults.Add(coordinator.Place, $"{coordinator.Value} is not a member of {code.Value} in this room{Nearest.Hint(coordinator.Value.Value, members.Select(m => m.Value))}");
            groups.Add(new(
                code.Value,
                group.Name?.Value ?? known?.Name ?? code.Value.Value,
                group.ShortName?.Value ?? known?.ShortName ?? code.Value.Value,
                members,
                group.Coordinator?.Value ?? members[0],
                IsHome: false,
                group.SpeaksAsOne?.Value ?? true));
        }
        return groups.ToImmutable();
    }

    private static ImmutableArray<DelegationId> Members(
        GroupSheet group, GroupId code, Seeds seeds, ImmutableArray<SeedState> present, DateOnly? asOf, Faults faults)
    {
        if (group.Members is not { } listed)
            return [.. seeds.MembersOf(code, asOf).Where(m => present.Any(s => s.Id == m)).Order()];
        var members = new SortedSet<DelegationId>();
        foreach (var (id, place) in listed.Entries)
        {
            if (present.All(s => s.Id != id)) faults.Add(place, $"{id} is not in the room{Nearest.Hint(id.Value, present.Select(s => s.Id.Value))}");
            else if (!members.Add(id)) faults.Add(place, $"{id} is listed already; keep one");
        }
        return [.. members];
    }

    private static Dictionary<DelegationId, GroupId> Homes(ScenarioSheet sheet, ImmutableArray<SeedState> present, ImmutableArray<StateGroup> listed, Faults faults)
    {
        var homes = new Dictionary<DelegationId, GroupId>();
        foreach (var state in present)
        {
            if (state.IsPermanentMember)
                homes[state.Id] = new(state.Id.Value);
            else if (listed.FirstOrDefault(g => g.Members.Contains(state.Id)) is { } home)
                homes[state.Id] = home.Id;
            else if (sheet.Groups is not null)
                faults.Add(sheet.Groups.Place, $"give {state.Id} no home: it is in none of these groups. Add its electoral group, {state.ElectoralGroup}");
        }
        return homes;
    }
}
