using System.Collections.Immutable;
using System.Globalization;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

internal sealed record SeedState(DelegationId Id, Words Name, GroupId ElectoralGroup, bool IsPermanentMember);

internal sealed record SeedGroup(GroupId Id, Words Name, Words ShortName);

/// <param name="From">First day; null when it goes back further than anybody looks.</param>
/// <param name="To">Last day; null while it lasts.</param>
internal sealed record SeedMembership(GroupId Group, DelegationId State, DateOnly? From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

internal sealed record SeedPosition(
    string Actor, ProvisionId Provision, string Epoch, Position Position, Weight Salience, Weight Flexibility, bool HasRedLine, Certainty Certainty);

/// <summary>The four tables that a room is seeded with, each from the seeds or from beside the scenario.</summary>
/// <param name="AreWhole">False when a table is missing or has other columns. Rows may be at fault all the same.</param>
internal sealed record Seeds(
    ImmutableDictionary<DelegationId, SeedState> States,
    ImmutableDictionary<GroupId, SeedGroup> Groups,
    ImmutableArray<SeedMembership> Memberships,
    ImmutableArray<SeedPosition> Positions,
    bool AreWhole)
{
    /// <summary>The actor whose position holds for all who have stated nothing and whose groups have stated nothing.</summary>
    public const string Default = "DEFAULT";

    public const string StatesFile = "member-states.csv";
    public const string GroupsFile = "groups.csv";
    public const string MembershipsFile = "memberships.csv";
    public const string PositionsFile = "positions.csv";

    private static readonly ImmutableArray<string> StateColumns = ["iso3", "name_en", "name_zh", "electoral_group", "permanent_member", "source", "certainty", "note"];
    private static readonly ImmutableArray<string> GroupColumns = ["code", "name_en", "name_zh", "short_en", "short_zh", "kind", "source", "certainty", "note"];
    private static readonly ImmutableArray<string> MembershipColumns = ["group", "iso3", "valid_from", "valid_to", "source", "certainty"];
    private static readonly ImmutableArray<string> PositionColumns =
        ["actor", "provision", "epoch", "position", "salience", "flexibility", "red_line", "certainty", "source", "justification"];

    /// <summary>Members of a group on a day: by the table of memberships, and for an electoral group by the table of States.</summary>
    /// <param name="day">Null when it is not known; then all who ever were.</param>
    public IEnumerable<DelegationId> MembersOf(GroupId group, DateOnly? day) =>
        Memberships.Where(m => m.Group == group && (day is not { } d || m.HoldsOn(d))).Select(m => m.State)
            .Concat(States.Values.Where(s => s.ElectoralGroup == group).Select(s => s.Id))
            .Distinct();

    public static Seeds Read(TablePaths paths, Faults faults)
    {
        var groupRows = CsvTable.Read(paths.Groups.Path, paths.Groups.File, GroupColumns, faults);
        var stateRows = CsvTable.Read(paths.States.Path, paths.States.File, StateColumns, faults);
        var membershipRows = CsvTable.Read(paths.Memberships.Path, paths.Memberships.File, MembershipColumns, faults);
        var positionRows = CsvTable.Read(paths.Positions.Path, paths.Positions.File, PositionColumns, faults);

        var groups = ReadGroups(groupRows ?? [], faults);
        var states = ReadStates(stateRows ?? [], groups, faults);
        return new(
            states,
            groups,
            ReadMemberships(membershipRows ?? [], paths, states, groups, faults),
            ReadPositions(positionRows ?? [], paths, states, groups, faults),
            AreWhole: groupRows is not null && stateRows is not null && membershipRows is not null && positionRows is not null);
    }

    private static ImmutableDictionary<GroupId, SeedGroup> ReadGroups(ImmutableArray<CsvRow> rows, Faults faults)
    {
        var groups = new Dictionary<GroupId, SeedGroup>();
        foreach (var row in rows)
        {
            CertaintyOf(row, faults);
            if (NameOf<GroupId>(row, "code", faults) is not { } id || WordsOf(row, "name", faults) is not { } name || WordsOf(row, "short", faults) is not { } shortName) continue;
            if (!groups.TryAdd(id, new(id, name, shortName))) faults.Add(row.Place("code"), $"{id} has a row already; keep one");
        }
        return groups.ToImmutableDictionary();
    }

    private static ImmutableDictionary<DelegationId, SeedState> ReadStates(ImmutableArray<CsvRow> rows, ImmutableDictionary<GroupId, SeedGroup> groups, Faults faults)
    {
        var states = new Dictionary<DelegationId, SeedState>();
        foreach (var row in rows)
        {
            CertaintyOf(row, faults);
            var permanent = TruthOf(row, "permanent_member", faults);
            var group = Known<GroupId>(row, "electoral_group", groups.Keys, "group", faults);
            if (NameOf<DelegationId>(row, "iso3", faults) is not { } id || WordsOf(row, "name", faults) is not { } name || group is null || permanent is null) continue;
            if (!states.TryAdd(id, new(id, name, group.Value, permanent.Value))) faults.Add(row.Place("iso3"), $"{id} has a row already; keep one");
        }
        return states.ToImmutableDictionary();
    }

    private static ImmutableArray<SeedMembership> ReadMemberships(
        ImmutableArray<CsvRow> rows, TablePaths paths, ImmutableDictionary<DelegationId, SeedState> states, ImmutableDictionary<GroupId, SeedGroup> groups, Faults faults)
    {
        var memberships = new Dictionary<(GroupId, DelegationId), SeedMembership>();
        foreach (var row in rows)
        {
            CertaintyOf(row, faults);
            var group = TablePaths.AreNeighbours(paths.Memberships, paths.Groups) ? Known<GroupId>(row, "group", groups.Keys, "group", faults) : NameOf<GroupId>(row, "group", faults);
            var state = TablePaths.AreNeighbours(paths.Memberships, paths.States) ? Known<DelegationId>(row, "iso3", states.Keys, "State", faults) : NameOf<DelegationId>(row, "iso3", faults);
            var from = DayOf(row, "valid_from", isEnd: false, faults);
            var to = DayOf(row, "valid_to", isEnd: true, faults);
            if (group is null || state is null) continue;
            if (from > to) faults.Add(row.Place("valid_to"), "lies before valid_from");
            if (!memberships.TryAdd((group.Value, state.Value), new(group.Value, state.Value, from, to)))
                faults.Add(row.Place("iso3"), $"{state} is in {group} by an earlier row; keep one");
        }
        return [.. memberships.Values];
    }

    private static ImmutableArray<SeedPosition> ReadPositions(
        ImmutableArray<CsvRow> rows, TablePaths paths, ImmutableDictionary<DelegationId, SeedState> states, ImmutableDictionary<GroupId, SeedGroup> groups, Faults faults)
    {
        var positions = new Dictionary<(string, ProvisionId, string), SeedPosition>();
        foreach (var row in rows)
        {
            var actor = row["actor"];
            if (actor.Length == 0)
                faults.Add(row.Place("actor"), "is empty; give a State, a group or DEFAULT");
            else if (actor != Default && !states.IsEmpty && !groups.IsEmpty && !states.ContainsKey(new(actor)) && !groups.ContainsKey(new(actor)) && TablePaths.AreNeighbours(paths.Positions, paths.Groups) && TablePaths.AreNeighbours(paths.Positions, paths.States))
                faults.Add(row.Place("actor"), $"{actor} is neither a State nor a group nor {Default}{Nearest.Hint(actor, states.Keys.Select(s => s.Value).Concat(groups.Keys.Select(g => g.Value)))}");

            var provision = NameOf<ProvisionId>(row, "provision", faults);
            if (row["epoch"].Length == 0) faults.Add(row.Place("epoch"), "is empty; give the years for which the position holds, or all");
            var position = ShareOf(row, "position", faults);
            var salience = ShareOf(row, "salience", faults);
            var flexibility = ShareOf(row, "flexibility", faults);
            var redLine = TruthOf(row, "red_line", faults);
            var certainty = CertaintyOf(row, faults);
            if (provision is null || position is null || salience is null || flexibility is null || redLine is null || certainty is null) continue;
            var stated = new SeedPosition(
                actor, provision.Value, row["epoch"], Position.FromShare(position.Value), Weight.FromShare(salience.Value), Weight.FromShare(flexibility.Value), redLine.Value, certainty.Value);
            if (!positions.TryAdd((actor, provision.Value, row["epoch"]), stated))
                faults.Add(row.Place("actor"), $"{actor} has a position on {provision} in {row["epoch"]} by an earlier row; keep one");
        }
        return [.. positions.Values];
    }

    private static TName? NameOf<TName>(CsvRow row, string column, Faults faults) where TName : struct, IName<TName>
    {
        if (NamePattern.Fits<TName>(row[column])) return TName.Of(row[column]);
        faults.Add(row.Place(column), row[column].Length == 0 ? "is empty" : $"{row[column]} is not a code; {(typeof(TName) == typeof(DelegationId) ? "three capital letters, such as KEN" : "letters, digits, dots, hyphens and underscores")}");
        return null;
    }

    private static TName? Known<TName>(CsvRow row, string column, IEnumerable<TName> known, string what, Faults faults) where TName : struct, IName<TName>
    {
        if (NameOf<TName>(row, column, faults) is not { } name) return null;
        var names = known.ToHashSet();
        if (names.Count == 0 || names.Contains(name)) return name;
        faults.Add(row.Place(column), $"{name} is not a {what} of the tables{Nearest.Hint(name.Value, names.Select(n => n.Value))}");
        return null;
    }

    private static Words? WordsOf(CsvRow row, string column, Faults faults)
    {
        if (row[$"{column}_en"].Length > 0) return new(row[$"{column}_en"], row[$"{column}_zh"] is { Length: > 0 } zh ? zh : null);
        faults.Add(row.Place($"{column}_en"), "is empty");
        return null;
    }

    private static bool? TruthOf(CsvRow row, string column, Faults faults)
    {
        if (row[column] is "yes" or "no") return row[column] == "yes";
        faults.Add(row.Place(column), $"should be yes or no; found {(row[column].Length == 0 ? "nothing" : row[column])}");
        return null;
    }

    private static double? ShareOf(CsvRow row, string column, Faults faults)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        if (double.TryParse(row[column], style, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) return share;
        faults.Add(row.Place(column), $"should be a number from 0 to 1; found {(row[column].Length == 0 ? "nothing" : row[column])}");
        return null;
    }

    private static Certainty? CertaintyOf(CsvRow row, Faults faults)
    {
        foreach (var certainty in Enum.GetValues<Certainty>())
            if (row["certainty"] == Form.Camel(certainty.ToString())) return certainty;
        faults.Add(row.Place("certainty"), $"should be documented, inferred or placeholder; found {(row["certainty"].Length == 0 ? "nothing" : row["certainty"])}");
        return null;
    }

    /// <summary>A day, a month or a year; of a month or a year its first day, or its last where it ends something.</summary>
    private static DateOnly? DayOf(CsvRow row, string column, bool isEnd, Faults faults)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        foreach (var format in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
        {
            if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            if (!isEnd || format == "yyyy-MM-dd") return day;
            return (format == "yyyy-MM" ? day.AddMonths(1) : day.AddYears(1)).AddDays(-1);
        }
        faults.Add(row.Place(column), $"should be a day, a month or a year, such as 2015-09-01, 2015-09 or 2015; found {text}");
        return null;
    }
}

/// <summary>Where the four tables are.</summary>
internal sealed record TablePaths(TablePath States, TablePath Groups, TablePath Memberships, TablePath Positions)
{
    /// <summary>Tables in one folder must agree with each other; a scenario's own table need not agree with those of the seeds.</summary>
    public static bool AreNeighbours(TablePath a, TablePath b) => Path.GetDirectoryName(a.Path) == Path.GetDirectoryName(b.Path);
}

/// <param name="Path">For opening.</param>
/// <param name="File">For people.</param>
internal sealed record TablePath(string Path, string File);
