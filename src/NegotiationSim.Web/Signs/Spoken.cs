using System.Collections.Frozen;
using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>Names as the room would say them.</summary>
public static class Spoken
{
    private static readonly FrozenDictionary<string, string> Shorter = new Dictionary<string, string>
    {
        ["GBR"] = "United Kingdom",
        ["USA"] = "United States",
        ["PRK"] = "DPR Korea",
        ["COD"] = "DR Congo",
        ["LAO"] = "Lao PDR",
        ["TZA"] = "Tanzania",
        ["VCT"] = "Saint Vincent",
        ["MKD"] = "TFYR Macedonia",
    }.ToFrozenDictionary();

    /// <summary>With what a name begins that keeps its capital inside a sentence.</summary>
    private static readonly string[] Names =
        ["Africa", "Arab", "Article", "Asia", "Assembly", "Caribbean", "Charter", "Council", "Eastern Europe", "Europe", "General Assembly", "Islamic", "Latin America", "Resolution", "Secretary", "Security Council", "State", "United Nations", "Western Europe"];

    /// <summary>The name as one says it across the room, without the part in brackets.</summary>
    public static string Of(MemberState state)
    {
        if (Shorter.TryGetValue(state.Id.Value, out var name)) return name;
        var bracket = state.Name.En.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? state.Name.En : state.Name.En[..bracket];
    }

    public static string Of(Negotiation room, DelegationId delegation) =>
        room.IndexOf(delegation) is >= 0 and var index ? Of(room.States[index]) : delegation.Value;

    /// <summary>The group's name without the part in brackets, with an article where the room uses one: the African Group.</summary>
    public static string Of(StateGroup group)
    {
        var bracket = group.Name.En.IndexOf(" (", StringComparison.Ordinal);
        var name = bracket < 0 ? group.Name.En : group.Name.En[..bracket];
        return name.Length > 34 ? group.ShortName.En : name;
    }

    public static string WithArticle(StateGroup group) => Of(group) switch
    {
        var name when name.EndsWith("Group", StringComparison.Ordinal) || name.EndsWith("Community", StringComparison.Ordinal)
            || name.EndsWith("countries", StringComparison.Ordinal) || name.EndsWith("States", StringComparison.Ordinal) || name.StartsWith("Group", StringComparison.Ordinal) => $"the {name}",
        var name => name,
    };

    /// <summary>A few words for a place on a ladder: the number where the ladder is one, else the label of the nearest step.</summary>
    public static string At(Provision provision, Position position) => provision.Measure is { } measure
        ? measure.At(position).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Lower(provision.Ladder.MinBy(step => Math.Abs(step.At.Units - position.Units))!.Label.En);

    /// <summary>A title or a label inside a sentence: small at its beginning, unless it begins with a name.</summary>
    public static string Lower(string label) =>
        label.Length < 2 || char.IsUpper(label[1]) || Names.Any(name => label.StartsWith(name, StringComparison.Ordinal)) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>One to Nine in words, then numbers.</summary>
    public static string Count(int count) => count is >= 1 and <= 9
        ? ((string[])["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"])[count - 1]
        : Number(count);

    /// <summary>One State, 2 States.</summary>
    public static string States(int count) => count == 1 ? "One State" : $"{Number(count)} States";

    public static string Number(long number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>a, b and c.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    /// <summary>Three names at most, then how many more.</summary>
    public static string Some(Negotiation room, ImmutableArray<DelegationId> delegations) => delegations.Length <= 3
        ? List([.. delegations.Select(d => Of(room, d))])
        : $"{Of(room, delegations[0])}, {Of(room, delegations[1])} and {Number(delegations.Length - 2)} more";

    public static string Time(RoomTime time) => time.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>2:10.</summary>
    public static string Clock(TimeSpan span) => $"{(int)span.TotalMinutes}:{span.Seconds:00}";
}
