using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Events from outside the room.</summary>
internal static class Injects
{
    public static void Check(ScenarioSheet sheet, Room room, Faults faults)
    {
        var ids = new HashSet<string>();
        var lastDay = Programme.LastDay(sheet);
        RoomTime? opening = Programme.FirstDay(sheet) is { } firstDay && sheet.Programme?.Hours?.Opens is { } opens ? RoomTime.Of(firstDay, opens.Value) : null;
        foreach (var inject in sheet.Injects ?? Enumerable.Empty<InjectSheet>())
        {
            if (inject.Id is { } id && !ids.Add(id.Value)) faults.Add(id.Place, $"{id.Value} is an inject already; give each its own id");
            if (inject.At is { } at && at.Value.Day > lastDay)
                faults.Add(at.Place, $"is {at.Value}, after the programme ends on {lastDay:yyyy-MM-dd}; it would never happen");
            if (inject.At is { } early && early.Value < opening)
                faults.Add(early.Place, $"is {early.Value}, before the programme opens at {opening}; give it a time from then on");
            foreach (var effect in inject.Effects ?? Enumerable.Empty<EffectSheet>()) Check(effect, sheet, room, faults);
        }
    }

    public static ImmutableArray<Inject> Build(ScenarioSheet sheet, Room room) =>
        [.. (sheet.Injects ?? Enumerable.Empty<InjectSheet>())
            .Select(i => new Inject(i.Id.Given(), i.At.Given(), i.Title.Given(), i.Text.Given(), [.. i.Effects.Given().Select(e => Build(e, sheet, room))]))
            .OrderBy(i => i.At)];

    private static InjectEffect Build(EffectSheet effect, ScenarioSheet sheet, Room room) => new(
        [.. room.States.Select(s => s.Id).Where(s => effect.Who?.Items is not { } who || who.Any(w => w == s.Value || room.Groups.Any(g => g.Id.Value == w && g.Members.Contains(s))))],
        effect.Provisions is not { } on ? [] : [.. Provisions(sheet).Where(p => on.Items is not { } listed || listed.Any(l => l == p.Issue || l == p.Provision.Value)).Select(p => p.Provision)],
        (long)Math.Round((effect.Ideal?.Value ?? 0) * Position.One, MidpointRounding.ToEven),
        (int)Math.Round((effect.Salience?.Value ?? 0) * Weight.One, MidpointRounding.ToEven),
        (int)Math.Round((effect.Trust?.Value ?? 0) * Weight.One, MidpointRounding.ToEven),
        effect.Towards is { } towards ? [.. towards] : []);

    private static void Check(EffectSheet effect, ScenarioSheet sheet, Room room, Faults faults)
    {
        foreach (var (who, place) in effect.Who?.Items?.Entries ?? [])
            if (!room.States.IsEmpty && !room.Has(new DelegationId(who)) && !room.Has(new GroupId(who)))
                faults.Add(place, $"{who} is neither a State nor a group in the room{Nearest.Hint(who, room.StateNames.Concat(room.GroupNames).Distinct())}");

        var known = Provisions(sheet).SelectMany(p => new[] { p.Issue, p.Provision.Value }).Distinct().ToList();
        foreach (var (on, place) in effect.Provisions?.Items?.Entries ?? [])
            if (!known.Contains(on)) faults.Add(place, $"{on} is neither a provision nor an issue of the scenario{Nearest.Hint(on, known)}");
        foreach (var (group, place) in effect.Towards?.Entries ?? [])
            if (!room.States.IsEmpty && !room.Groups.Any(g => g.Id == group && g.IsHome))
                faults.Add(place, $"{group} is nobody's home, and trust runs between homes{Nearest.Hint(group.Value, room.Groups.Where(g => g.IsHome).Select(g => g.Id.Value))}");

        if (effect is { Ideal: null, Salience: null, Trust: null })
            faults.Add(effect.Place, "does nothing: give ideal, salience or trust");
        if (effect is { Provisions: null } and not { Ideal: null, Salience: null })
            faults.Add(effect.Place.Under("provisions"), "is missing. Say on which provisions the ideal or the salience changes, or all");
        if (effect is { Provisions: { } idle, Ideal: null, Salience: null, Trust: not null })
            faults.Add(idle.Place, "goes with ideal or salience; leave it out");
        if (effect is { Trust: not null, Towards: null })
            faults.Add(effect.Place.Under("towards"), "is missing. Say towards which home groups the trust changes");
        if (effect is { Trust: null, Towards: { } nobody })
            faults.Add(nobody.Place, "goes with trust; leave it out, or give trust");
    }

    private static IEnumerable<(string Issue, ProvisionId Provision)> Provisions(ScenarioSheet sheet) =>
        from issue in sheet.Issues ?? Enumerable.Empty<IssueSheet>()
        from id in (issue.Provisions ?? Enumerable.Empty<ProvisionSheet>()).Select(p => p.Id).OfType<Placed<ProvisionId>>()
        select (issue.Id?.Value.Value ?? "", id.Value);
}
