using System.Collections.Immutable;
using System.Diagnostics;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>What is taken up, when and in what order.</summary>
internal static class Programme
{
    /// <summary>The first day of the programme; null when no day can be read.</summary>
    public static DateOnly? FirstDay(ScenarioSheet sheet) => Items(sheet).SelectMany(Days).Select(d => (DateOnly?)d.Value).Min();

    /// <summary>The last day of the programme; null when no day can be read.</summary>
    public static DateOnly? LastDay(ScenarioSheet sheet) => Items(sheet).SelectMany(Days).Select(d => (DateOnly?)d.Value).Max();

    public static void Check(ScenarioSheet sheet, Faults faults)
    {
        if (sheet.Programme?.Hours is { Opens: { } opens, SuspendsAt: { } suspends, ResumesAt: { } resumes })
        {
            if (suspends.Value <= opens.Value) faults.Add(suspends.Place, $"should be later than opens, which is {opens.Value:HH\\:mm}");
            if (resumes.Value <= suspends.Value) faults.Add(resumes.Place, $"should be later than suspendsAt, which is {suspends.Value:HH\\:mm}");
        }
        var issues = (sheet.Issues ?? Enumerable.Empty<IssueSheet>()).Select(i => i.Id).OfType<Placed<IssueId>>().ToList();
        var rules = (sheet.Rules?.Named ?? Enumerable.Empty<RuleSheet>()).Select(r => r.Name?.Value).OfType<string>().ToList();
        foreach (var item in Items(sheet))
        {
            if (IssuesOf(item) is { } listed) CheckIssues(listed, issues, faults);
            if (item is DiscussionSheet { Issues: { } several, Meetings: { } meetings } && !AreShared(meetings.Entries.Length, several.Entries.Length))
                faults.Add(meetings.Place, $"are {meetings.Entries.Length} for {several.Entries.Length} issues; give a multiple, so that each issue has as many, or a divisor, so that each meeting takes up as many");
            if (item is VoteSheet { Gates: { } gates })
                foreach (var (gate, place) in gates.Entries)
                    if (!rules.Contains(gate)) faults.Add(place, $"{gate} is not a rule of the scenario{Nearest.Hint(gate, rules)}");
        }
        CheckDays(sheet, faults);

        var taken = Items(sheet).SelectMany(i => IssuesOf(i) ?? Enumerable.Empty<IssueId>()).ToHashSet();
        // An item that cannot be read may be the one that takes an issue up.
        var isWhole = sheet.Programme?.Items is not null && Items(sheet).All(i => i is ElementsPaperSheet || IssuesOf(i) is not null);
        foreach (var issue in issues.Where(i => isWhole && !taken.Contains(i.Value)))
            faults.Add(issue.Place, $"{issue.Value} is on no item of the programme; add it to one, or leave the issue out");
    }

    public static ProgrammeOfWork Build(ScenarioSheet sheet)
    {
        var hours = sheet.Programme.Given().Hours.Given();
        return new(new(hours.Opens.Given(), hours.SuspendsAt.Given(), hours.ResumesAt.Given()), [.. Items(sheet).Select(Build)]);
    }

    private static ProgrammeItem Build(ProgrammeItemSheet item) => item switch
    {
        DiscussionSheet d => new DiscussionItem(d.Title.Given(), d.Issues.Given(), d.Order?.Value ?? AgendaOrder.Given, d.Meetings.Given(), d.RoundsPerMeeting.Given()),
        ElementsPaperSheet p => new ElementsPaperItem(p.Title.Given(), p.Drafted.Given(), p.Readings.Given(), p.Circulated.Given(), p.Decided.Given()),
        VoteSheet v => new VoteItem(v.Title.Given(), v.Day.Given(), v.Issues.Given(), v.Gates.Given()),
        _ => throw new UnreachableException(item.GetType().Name),
    };

    private static IEnumerable<ProgrammeItemSheet> Items(ScenarioSheet sheet) => sheet.Programme?.Items ?? Enumerable.Empty<ProgrammeItemSheet>();

    private static Items<IssueId>? IssuesOf(ProgrammeItemSheet item) => item switch
    {
        DiscussionSheet d => d.Issues,
        VoteSheet v => v.Issues,
        _ => null,
    };

    /// <summary>The days of an item in the order in which they have to come.</summary>
    private static IEnumerable<Placed<DateOnly>> Days(ProgrammeItemSheet item) => item switch
    {
        DiscussionSheet d => d.Meetings?.Entries ?? [],
        ElementsPaperSheet p => Known([p.Drafted, .. p.Readings?.Entries ?? [], p.Circulated, p.Decided]),
        VoteSheet v => Known([v.Day]),
        _ => [],
    };

    private static IEnumerable<Placed<DateOnly>> Known(IEnumerable<Placed<DateOnly>?> days) => days.OfType<Placed<DateOnly>>();

    /// <summary>Whether so many meetings and issues can be shared evenly, one way or the other.</summary>
    private static bool AreShared(int meetings, int issues) => meetings == 0 || issues == 0 || meetings % issues == 0 || issues % meetings == 0;

    private static void CheckDays(ScenarioSheet sheet, Faults faults)
    {
        Placed<DateOnly>? last = null;
        foreach (var day in Items(sheet).SelectMany(Days))
        {
            if (last is { } before && day.Value < before.Value)
                faults.Add(day.Place, $"is {day.Value:yyyy-MM-dd}, before {before.Value:yyyy-MM-dd} in line {before.Place.Line}; the programme goes forward");
            if (last is not { } kept || day.Value > kept.Value) last = day;
        }
    }

    private static void CheckIssues(Items<IssueId> listed, List<Placed<IssueId>> known, Faults faults)
    {
        var seen = new HashSet<IssueId>();
        foreach (var (issue, place) in listed.Entries)
        {
            if (known.All(k => k.Value != issue)) faults.Add(place, $"{issue} is not an issue of the scenario{Nearest.Hint(issue.Value, known.Select(k => k.Value.Value))}");
            else if (!seen.Add(issue)) faults.Add(place, $"{issue} is listed already; keep one");
        }
    }
}
