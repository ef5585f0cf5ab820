namespace NegotiationSim.Scenarios.Tests;

/// <summary>One fault at a time, each by one change to a sound scenario: where it is told, and in which words.</summary>
public sealed class EveryFault
{
    /// <summary>What to change in the small scenario, into what, and the fault: the member and a part of the words. The line is that of the change.</summary>
    public static TheoryData<string, string, string, string> InTheScenario => new()
    {
        // Members.
        { "  quorum: 7", "  quorums: 7", "rules.quorums", "did you mean quorum?" },
        { "text: simple", "text: simple\n  theText: simple", "rules.theText", "is not a member of the format" },
        { "  floorSlots: 6", "  florSlots: 6", "parameters.florSlots", "is not a parameter of the model; did you mean floorSlots?" },
        { "      majority: simple", "", "rules.named[1].majority", "is missing. Under presentAndVotingMajority, say which majority" },
        { "    - kind: vote", "    - kind: ballot", "programme.items[3].kind", "should be one of discussion, elementsPaper, vote; found ballot" },
        { "      day: 2016-07-22", "      day: 2016-07-22\n      day: 2016-07-22", "programme.items[3].day", "is given twice" },

        // Types and ranges.
        { "  quorum: 7", "  quorum: seven", "rules.quorum", "should be a whole number from 1 to 1000; found seven" },
        { "  quorum: 7", "  quorum: 7.5", "rules.quorum", "should be a whole number" },
        { "  quorum: 7", "  quorum: \"7\"", "rules.quorum", "found the text \"7\"" },
        { "  quorum: 7", "  quorum: [7]", "rules.quorum", "found a list" },
        { "  quorum: 7", "  quorum:", "rules.quorum", "found nothing" },
        { "salience: 0.8, flexibility: 0.4", "salience: 1.8, flexibility: 0.4", "positions.stated[0].salience", "should be a number from 0 to 1; found 1.8" },
        { "position: 0.25, salience: 0.8, flexibility: 0.4", "position: -0.1, salience: 0.8, flexibility: 0.4", "positions.stated[0].position", "should be a number from 0 to 1" },
        { "position: 0.25, salience: 0.8, flexibility: 0.4", "position: .nan, salience: 0.8, flexibility: 0.4", "positions.stated[0].position", "should be a number from 0 to 1" },
        { "redLine: true", "redLine: yes", "positions.stated[4].redLine", "should be true or false; found yes" },
        { "certainty: placeholder }", "certainty: guessed }", "positions.stated[0].certainty", "should be one of documented, inferred, placeholder" },
        { "meetings: [2016-07-18]", "meetings: [2016-07-32]", "programme.items[0].meetings[0]", "should be a day such as 2016-02-03; found 2016-07-32" },
        { "meetings: [2016-07-18]", "meetings: []", "programme.items[0].meetings", "is an empty list" },
        { "opens: \"10:00\"", "opens: 10 o'clock", "programme.hours.opens", "should be a time of day such as 10:00" },
        { "at: 2016-07-19T10:02:00", "at: 2016-07-19", "injects[0].at", "should be a day and time" },
        { "  floorSlots: 6", "  floorSlots: 0", "parameters.floorSlots", "should be a whole number from 1 to 1000" },
        { "  floorSlots: 6", "  stepSize: 2", "parameters.stepSize", "should be a number from 0 to 1" },
        { "{ en: Small delegations, zh: 小型代表团 }", "{ zh: 小型代表团 }", "groups[0].name.en", "is missing" },
        { "{ en: Small delegations, zh: 小型代表团 }", "{ en: Small delegations, fr: Petites }", "groups[0].name.fr", "is not a language of the format" },
        { "{ en: Small delegations, zh: 小型代表团 }", "\"\"", "groups[0].name", "should be text" },
        { "zh: 小型代表团 }", "zh: *zh }", "groups[0].name.zh", "uses an anchor or an alias" },
        { "{ en: Small delegations, zh: 小型代表团 }", "!!str Small", "groups[0].name", "has a tag" },

        // The room.
        { "[CRI, EST", "[CRJ, CRI, EST", "states[0]", "CRJ is not a State of the table of States; did you mean CRI?" },
        { "[CRI, EST", "[cri, EST", "states[0]", "three capital letters" },
        { "[CRI, EST", "[CRI, CRI, EST", "states[1]", "is listed already" },
        { "states: [", "names: { FRA: France }\nstates: [", "names.FRA", "FRA is not in the room" },
        { "members: [GHA, KEN, PER]", "members: [GHA, KEN, FRA]", "groups[1].members[2]", "FRA is not in the room" },
        { "members: [GHA, KEN, PER]", "members: [GHA, KEN, KEN]", "groups[1].members[2]", "KEN is listed already" },
        { "coordinator: KEN", "coordinator: JAM", "groups[1].coordinator", "JAM is not a member of FLOOR in this room" },
        { "code: ASIA_PACIFIC", "code: ASIA", "groups[2].code", "is not a group of the table of groups" },
        { "code: ASIA_PACIFIC", "code: ASIA", "groups[2].code", ". A group of the scenario's own has name, shortName and members" },
        { "  - { code: EEG,", "  - { code: S5, coordinator: CHE }\n  - { code: EEG,", "groups[3].code", "S5 is a group nobody in the room is in" },
        { "  - { code: EEG, coordinator: SVN, speaksAsOne: false }", "  - { code: WEOG, coordinator: FIN }\n  - { code: EEG, coordinator: SVN, speaksAsOne: false }", "groups[5].code", "WEOG is listed twice, first in line 28; keep one entry" },
        { "  - { code: EEG, coordinator: SVN, speaksAsOne: false }", "", "groups", "give SVN no home" },

        // Positions.
        { "actor: FIN, provision: TIM.1", "actor: FRA, provision: TIM.1", "positions.stated[6].actor", "FRA is neither a State nor a group in the room" },
        { "actor: FIN, provision: TIM.1", "actor: FIN, provision: TIM.9", "positions.stated[6].provision", "TIM.9 is not a provision of the scenario; did you mean TIM.1?" },
        { "actor: FIN, provision: TIM.1", "actor: FIN, provision: TIM.2", "positions.stated[7].actor", "FIN has stated a position on TIM.2 already" },
        { "  stated:", "  epochs: [2015]\n  stated:", "positions.epochs[0]", "2015 is not an epoch of the table of positions" },
        { "actor: DEFAULT, provision: DEB.1", "actor: SVN, provision: DEB.1", "issues[1].provisions[0].id", "DEB.1 has no position for FIN, SGP; state one for them" },

        // Issues.
        { "  - id: DEB\n", "  - id: TIM\n", "issues[1].id", "TIM is an issue already" },
        { "      - id: TIM.2", "      - id: TIM.1", "issues[0].provisions[1].id", "TIM.1 is a provision already" },
        { "          - at: 0\n", "          - at: 0.05\n", "issues[0].provisions[0].ladder[0].at", "should be 0: a ladder starts at its left end" },
        { "          - at: 0.17", "          - at: 0.58", "issues[0].provisions[0].ladder[2].at", "does not lie above the step before" },
        { "          - at: 1\n", "          - at: 0.9\n", "issues[0].provisions[0].ladder[3].at", "should be 1: a ladder ends at its right end" },
        { "          - at: 0.5\n", "          - at: half\n", "issues[0].provisions[1].ladder[1].at", "should be a number from 0 to 1; found half" },
        { "text: { en: \"not exceed {n} minutes\"", "text: { en: \"not exceed some minutes\"", "issues[0].provisions[0].measure.text", "has no {n}" },
        { "          right: 15", "          right: 3", "issues[0].provisions[0].measure.right", "should be greater than left, which is 3" },
        { "      issues: [TIM]", "      issues: [TIME]", "programme.items[0].issues[0]", "TIME is not an issue of the scenario; did you mean TIM?" },

        // Programme.
        { "suspendsAt: \"13:00\"", "suspendsAt: \"09:00\"", "programme.hours.suspendsAt", "should be later than opens, which is 10:00" },
        { "resumesAt: \"15:00\"", "resumesAt: \"12:00\"", "programme.hours.resumesAt", "should be later than suspendsAt" },
        { "      issues: [TIM]", "      issues: [TIM, TIM]", "programme.items[0].issues[1]", "TIM is listed already" },
        { "meetings: [2016-07-19]", "meetings: [2016-07-17]", "programme.items[1].meetings[0]", "before 2016-07-18" },
        { "decided: 2016-07-21", "decided: 2016-07-19", "programme.items[2].decided", "the programme goes forward" },
        { "gates: [simple]", "gates: [simpel]", "programme.items[3].gates[0]", "simpel is not a rule of the scenario; did you mean simple?" },

        // Rules.
        { "  quorum: 7", "  quorum: 13", "rules.quorum", "is 13, a quorum nobody can reach with 12 States in the room" },
        { "  brackets: consensus", "  brackets: concensus", "rules.brackets", "concensus is not a rule of the scenario; did you mean consensus?" },
        { "    - name: simple", "    - name: consensus", "rules.named[1].name", "consensus is a rule already" },
        { "      method: consensus", "      method: consensus\n      votes: 7", "rules.named[0].votes", "goes with membersMajority; leave it out" },
        { "      method: consensus", "      method: consensus\n      including: [KEN]", "rules.named[0].including", "goes with a vote" },
        { "      majority: simple", "      majority: simple\n      including: [FRA]", "rules.named[1].including[0]", "FRA is not in the room" },

        // Injects.
        { "at: 2016-07-19T10:02:00", "at: 2016-07-23T10:00:00", "injects[0].at", "after the programme ends on 2016-07-22" },
        { "at: 2016-07-19T10:02:00", "at: 2016-07-18T09:59:59", "injects[0].at", "before the programme opens at 2016-07-18T10:00:00" },
        { "who: [SMALL], provisions: [DEB]", "who: [SMAL], provisions: [DEB]", "injects[0].effects[0].who[0]", "SMAL is neither a State nor a group in the room; did you mean SMALL?" },
        { "who: [SMALL], provisions: [DEB]", "who: [SMALL], provisions: [DEC]", "injects[0].effects[0].provisions[0]", "DEC is neither a provision nor an issue" },
        { "provisions: [DEB], salience: 0.1", "salience: 0.1", "injects[0].effects[0].provisions", "is missing. Say on which provisions" },
        { "provisions: [DEB], salience: 0.1", "provisions: [DEB]", "injects[0].effects[0]", "does nothing" },
        { "provisions: [DEB], salience: 0.1", "trust: 0.1", "injects[0].effects[0].towards", "is missing" },
        { "provisions: [DEB], salience: 0.1", "trust: 0.1, towards: [AFRICA]", "injects[0].effects[0].towards[0]", "AFRICA is nobody's home" },
        { "  - id: clash-of-dates\n", "  - id: clash-of-dates\n    who: all\n", "injects[0].who", "is not a member of the format" },
    };

    [Theory]
    [MemberData(nameof(InTheScenario))]
    public void Of_a_scenario_is_told_with_its_line_and_member(string old, string changed, string member, string words)
    {
        var text = AScenarioFolder.TextOf("first-contact");
        var reading = AScenarioFolder.CopyOf("first-contact").With(old, changed);
        var fault = Assert.Single(reading.Faults, f => f.Member == member && f.Message.Contains(words, StringComparison.Ordinal));
        Assert.EndsWith("scenario.yaml", fault.File, StringComparison.Ordinal);

        // The fault stands where the change was made, unless something elsewhere now asks for what is gone.
        var first = text[..text.IndexOf(old, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var last = first + Math.Max(old.Count(c => c == '\n'), changed.Count(c => c == '\n'));
        if (member is "groups" or "rules.named[1].majority" or "positions.stated[7].actor" or "groups[5].code" or "issues[0].provisions[0].ladder[2].at" or "issues[1].provisions[0].id") return;
        Assert.InRange(fault.Line, first, last);
        Assert.Null(reading.Scenario);
    }

    /// <summary>What to change in which table of the seeds, and the fault: the line, the column and a part of the words.</summary>
    public static TheoryData<string, string, string, int, string, string> InTheTables => new()
    {
        { "member-states.csv", "\nAGO,Angola", "\nAGX,Angola", 0, "", "" },
        { "member-states.csv", "AFG,Afghanistan,", "Afg,Afghanistan,", 2, "iso3", "Afg is not a code" },
        { "member-states.csv", "\nAGO,Angola", "\nAFG,Angola", 3, "iso3", "AFG has a row already" },
        { "member-states.csv", "AFG,Afghanistan,阿富汗,ASIA_PACIFIC", "AFG,Afghanistan,阿富汗,ASIA", 2, "electoral_group", "ASIA is not a group of the tables" },
        { "member-states.csv", "AFG,Afghanistan,阿富汗,ASIA_PACIFIC,no", "AFG,Afghanistan,阿富汗,ASIA_PACIFIC,maybe", 2, "permanent_member", "should be yes or no; found maybe" },
        { "member-states.csv", "AFG,Afghanistan,阿富汗", "AFG,,阿富汗", 2, "name_en", "is empty" },
        { "member-states.csv", "AFG,Afghanistan,", "AFG,Afghanistan, Islamic,", 2, "", "has 9 cells where the first line has 8" },
        { "member-states.csv", "AFG,Afghanistan,", "AFG,Afghan\"istan,", 2, "", "quotation mark inside a bare cell" },
        { "member-states.csv", "AFG,Afghanistan,", "AFG,\"Afghan\"istan,", 2, "", "goes on after a closing quotation mark" },
        { "member-states.csv", "iso3,name_en", "iso,name_en", 1, "iso", "is not a column of this table; did you mean iso3?" },
        { "member-states.csv", "iso3,name_en", "iso,name_en", 1, "iso3", "is missing among the columns" },
        { "groups.csv", "\nUFC,", "\nG4,", 9, "code", "G4 has a row already" },
        { "memberships.csv", "\nP5,FRA", "\nP6,FRA", 3, "group", "P6 is not a group of the tables; did you mean P5?" },
        { "memberships.csv", "\nP5,FRA", "\nP5,FRX", 3, "iso3", "FRX is not a State of the tables" },
        { "memberships.csv", "\nP5,FRA,,,", "\nP5,FRA,last year,,", 3, "valid_from", "should be a day, a month or a year" },
        { "memberships.csv", "\nP5,FRA,,,", "\nP5,FRA,2016,2015-12,", 3, "valid_to", "lies before valid_from" },
        { "memberships.csv", "\nP5,FRA,,,", "\nP5,CHN,,,", 3, "iso3", "CHN is in P5 by an earlier row" },
        { "positions.csv", "USA,CAT.1,2015-17,0.7", "USA,CAT.1,2015-17,1.7", 2, "position", "should be a number from 0 to 1; found 1.7" },
        { "positions.csv", "USA,CAT.1,2015-17,0.7", "USB,CAT.1,2015-17,0.7", 2, "actor", "USB is neither a State nor a group nor DEFAULT" },
        { "positions.csv", "USA,CAT.1,2024+", "USA,CAT.1,2015-17", 3, "actor", "USA has a position on CAT.1 in 2015-17 by an earlier row" },
        { "positions.csv", "no,documented,SIL;SPU16,endorses", "no,sure,SIL;SPU16,endorses", 2, "certainty", "should be documented, inferred or placeholder; found sure" },
        { "positions.csv", "no,documented,SIL;SPU16,endorses", "NO,documented,SIL;SPU16,endorses", 2, "red_line", "should be yes or no" },
    };

    [Theory]
    [MemberData(nameof(InTheTables))]
    public void Of_a_table_is_told_with_its_line_and_column(string file, string old, string changed, int line, string column, string words)
    {
        var reading = AScenarioFolder.CopyOf("security-council-reform-70").Table(file, old, changed).Read();
        if (line == 0)
        {
            // A State that nobody else names is a State like any other; one that others name is missed by them.
            Assert.All(reading.Faults, f => Assert.Contains("AGO", f.Message, StringComparison.Ordinal));
            return;
        }
        Assert.Contains(reading.Faults, f => f.File.EndsWith(file, StringComparison.Ordinal) && f.Line == line && f.Member == column && f.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("votes: 129", "votes: 194", "rules.named[1].votes", "asks for 194 votes, which nobody can reach with 193 States in the room")]
    [InlineData("      votes: 129\n", "", "rules.named[1].votes", "is missing. Under membersMajority, say how many")]
    [InlineData("2016-03-23, 2016-04-07", "2016-04-07", "programme.items[2].meetings", "are 5 for 3 issues; give a multiple")]
    [InlineData("  epochs: [2015-17, all]", "  epochs: [2015-17]", "issues[0].provisions[1].id", "has no positions")]
    [InlineData("        counted: false", "        counted: 0", "issues[2].provisions[4].counted", "should be true or false")]
    [InlineData("      - id: SIZ.3", "      - id: SIZ.2", "issues[3].provisions[1].id", "SIZ.2 has no positions")]
    [InlineData("  - { code: UFC, coordinator: ITA }", "  - { code: S5, coordinator: CHE }", "groups[0].code", "S5 is a group nobody in the room is in")]
    [InlineData("  - { code: UFC, coordinator: ITA }", "  - code: CHN\n    name: China\n    shortName: China\n    members: [CHN]\n    coordinator: CHN", "groups[0].code", "a permanent member stands alone")]
    public void Of_the_large_scenario_is_told_too(string old, string changed, string member, string words)
    {
        var reading = AScenarioFolder.CopyOf("security-council-reform-70").With(old, changed);
        Assert.Contains(reading.Faults, f => f.Member == member && f.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ladder: []", "is an empty list; give at least one entry")]
    [InlineData("ladder: [{ at: 0, label: No, text: no }]", "has one step; a ladder has at least two")]
    public void A_ladder_without_a_way_up_is_refused(string ladder, string words)
    {
        var text = AScenarioFolder.TextOf("security-council-reform-70");
        var begins = text.IndexOf("        ladder:\n          - at: 0\n            label: { en: \"No\"", StringComparison.Ordinal);
        var ends = text.IndexOf("\n\n", begins, StringComparison.Ordinal);
        var reading = AScenarioFolder.CopyOf("security-council-reform-70").WithText($"{text[..begins]}        {ladder}{text[ends..]}");
        var fault = Assert.Single(reading.Faults);
        Assert.Equal("issues[2].provisions[4].ladder", fault.Member);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member-states.csv", "iso3,")]
    [InlineData("groups.csv", "code,")]
    [InlineData("memberships.csv", "group,")]
    [InlineData("positions.csv", "actor,")]
    public void A_table_that_cannot_be_used_does_not_bury_its_fault_under_others(string file, string column)
    {
        var faults = AScenarioFolder.CopyOf("security-council-reform-70").Table(file, column, "x" + column).Read().Faults;
        Assert.Contains(faults, f => f.File.EndsWith(file, StringComparison.Ordinal) && f.Member == "x" + column.TrimEnd(','));
        Assert.Equal(2, faults.Length);
    }

    [Fact]
    public void A_room_holds_two_hundred_and_thirty_States_and_home_groups()
    {
        var alone = string.Concat(Enumerable.Range(0, 30).Select(i => $"  - {{ code: X{i}, coordinator: {Homes[i]}, name: X, shortName: X, members: [{Homes[i]}] }}\n"));
        var reading = AScenarioFolder.CopyOf("security-council-reform-70").With("  - { code: UFC, coordinator: ITA }\n", alone + "  - { code: UFC, coordinator: ITA }\n");
        var fault = Assert.Single(reading.Faults);
        Assert.Equal("states", fault.Member);
        Assert.Contains("it holds 230", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("just words", 1, "should be a mapping")]
    [InlineData("title: [unclosed", 1, "is not YAML")]
    [InlineData("title: a\n  summary: b", 2, "is not YAML")]
    [InlineData("title: a\n---\ntitle: b", 2, "a second document begins here")]
    [InlineData("? [a]\n: b", 1, "is not YAML: a key is expected here")]
    [InlineData("title: a\nsummary:\n\ten: b", 3, "a tab")]
    [InlineData("title: a\nsummary:\n  en: b\n\tzh: c", 4, "a tab")]
    [InlineData("title: a\nstates:\n\t- FRA\n", 3, "a tab")]
    [InlineData("title: a\nnames:\n  FRA:\n    en: b\n \t zh: c\nx: y", 5, "a tab")]
    public void What_cannot_be_read_at_all_is_one_fault_with_a_line(string text, int line, string words)
    {
        var reading = AScenarioFolder.CopyOf("first-contact").WithText(text);
        Assert.Contains(reading.Faults, f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_nested_without_end_is_refused() =>
        Assert.Contains(AScenarioFolder.CopyOf("first-contact").WithText("title: " + new string('[', 100_000)).Faults, f => f.Message.Contains("levels deep", StringComparison.Ordinal));

    [Fact]
    public void A_file_or_a_table_that_is_not_there_is_a_fault()
    {
        Assert.Contains(ScenarioReader.Read("nowhere", "nowhere").Faults, f => f.Message == "does not exist");
        var table = AScenarioFolder.CopyOf("first-contact").With("states: [", "tables: { positions: mine.csv }\nstates: [");
        Assert.Contains(table.Faults, f => f.Member == "tables.positions" && f.Message.Contains("no file beside", StringComparison.Ordinal));
        var outside = AScenarioFolder.CopyOf("first-contact").With("states: [", "tables: { positions: ../../seeds/positions.csv }\nstates: [");
        Assert.Contains(outside.Faults, f => f.Member == "tables.positions");
    }

    [Fact]
    public void All_faults_are_told_at_once_and_in_order()
    {
        var text = AScenarioFolder.TextOf("first-contact")
            .Replace("states: [CRI", "states: [XXX, CRI", StringComparison.Ordinal)
            .Replace("  quorum: 7", "  quorum: 70", StringComparison.Ordinal)
            .Replace("coordinator: KEN", "coordinater: KEN", StringComparison.Ordinal)
            .Replace("gates: [simple]", "gates: [simplest]", StringComparison.Ordinal)
            .Replace("  floorSlots: 6", "  floorSlots: many", StringComparison.Ordinal);
        var reading = AScenarioFolder.CopyOf("first-contact").Table("positions.csv", "USA,CAT.1,2015-17,0.7", "USA,CAT.1,2015-17,7").WithText(text);
        Assert.Equal(
            ["states[0]", "groups[1].coordinator", "groups[1].coordinater", "programme.items[3].gates[0]", "rules.quorum", "parameters.floorSlots", "position"],
            reading.Faults.Select(f => f.Member));
    }

    private static readonly string[] Homes =
        ["DZA", "AGO", "BEN", "BWA", "BFA", "BDI", "CPV", "CMR", "CAF", "TCD", "COM", "COG", "CIV", "COD", "DJI", "EGY", "GNQ", "ERI", "SWZ", "ETH", "GAB", "GMB", "GHA", "GIN", "GNB", "KEN", "LSO", "LBR", "LBY", "MDG"];
}
