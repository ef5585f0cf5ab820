using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>How things are decided.</summary>
internal static class Rules
{
    public static void Check(ScenarioSheet sheet, Room room, Faults faults)
    {
        if (sheet.Rules is not { } rules) return;
        var members = room.States.Length;
        if (rules.Quorum is { } quorum && members > 0 && quorum.Value > members)
            faults.Add(quorum.Place, $"is {quorum.Value}, a quorum nobody can reach with {States(members)} in the room");

        var names = new List<string>();
        foreach (var rule in rules.Named ?? Enumerable.Empty<RuleSheet>())
        {
            if (rule.Name is { } name)
            {
                if (names.Contains(name.Value)) faults.Add(name.Place, $"{name.Value} is a rule already; give each its own name");
                names.Add(name.Value);
            }
            Check(rule, room, members, faults);
        }
        if (rules.Named is null) return;
        foreach (var use in new[] { rules.Brackets, rules.ElementsPaper, rules.Text }.OfType<Placed<string>>())
            if (!names.Contains(use.Value)) faults.Add(use.Place, $"{use.Value} is not a rule of the scenario{Nearest.Hint(use.Value, names)}");
    }

    public static DecisionRules Build(ScenarioSheet sheet)
    {
        var rules = sheet.Rules.Given();
        return new(
            [.. rules.Named.Given().Select(r => new DecisionRule(
                r.Name.Given(), r.Title.Given(), r.Method.Given(), r.Votes?.Value, r.Majority?.Value, r.Including is { } including ? [.. including.Order()] : []))],
            rules.Brackets.Given(),
            rules.ElementsPaper.Given(),
            rules.Text.Given(),
            rules.Quorum.Given());
    }

    private static void Check(RuleSheet rule, Room room, int members, Faults faults)
    {
        if (rule.Method is { } method)
        {
            Belongs(rule.Votes?.Place, rule.Place.Under("votes"), method.Value, DecisionMethod.MembersMajority, "how many affirmative votes are needed", faults);
            Belongs(rule.Majority?.Place, rule.Place.Under("majority"), method.Value, DecisionMethod.PresentAndVotingMajority, "which majority is needed", faults);
            if (rule.Including is { } all && method.Value == DecisionMethod.Consensus)
                faults.Add(all.Place, "goes with a vote; under consensus every State is indispensable. Leave it out");
        }
        if (rule.Votes is { } votes && members > 0 && votes.Value > members)
            faults.Add(votes.Place, $"asks for {votes.Value} votes, which nobody can reach with {States(members)} in the room");
        var seen = new HashSet<DelegationId>();
        foreach (var (state, place) in rule.Including?.Entries ?? [])
        {
            if (members > 0 && !room.Has(state)) faults.Add(place, $"{state} is not in the room{Nearest.Hint(state.Value, room.StateNames)}");
            else if (!seen.Add(state)) faults.Add(place, $"{state} is listed already; keep one");
        }
    }

    private static string States(int members) => members == 1 ? "1 State" : $"{members} States";

    /// <summary>A member that goes with one method is asked for there, and out of place elsewhere.</summary>
    private static void Belongs(Place? given, Place missing, DecisionMethod method, DecisionMethod with, string what, Faults faults)
    {
        if (method == with && given is null) faults.Add(missing, $"is missing. Under {Form.Camel(with.ToString())}, say {what}");
        if (method != with && given is { } place) faults.Add(place, $"goes with {Form.Camel(with.ToString())}; leave it out, or change the method");
    }
}
