using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

[Description("A negotiation: who is in the room, what is on the table, where everybody stands, and how and when it is decided.")]
internal sealed record ScenarioSheet : Sheet
{
    [Description("The name on the home page.")]
    public required Placed<Words>? Title { get; init; }

    [Description("One or two sentences for the home page.")]
    public required Placed<Words>? Summary { get; init; }

    [Description("Who is in the room: all States of the table of States, or a list of their ISO3 codes.")]
    public required AllOr<DelegationId>? States { get; init; }

    [Description("Names of States as they were at the time, by ISO3 code, where they differ from the table of States.")]
    public Table<DelegationId, Words>? Names { get; init; }

    [Description("The day on which memberships of groups are looked up. By default the first day of the programme.")]
    public Placed<DateOnly>? AsOf { get; init; }

    [Description("Tables beside this file that take the place of those of the seeds.")]
    public TablesSheet? Tables { get; init; }

    [Description("The groups in the room, in the order of precedence: a State's home, and its position where it has stated none of its own, come from the first of its groups here that can give it. A permanent member stands alone and needs no entry.")]
    public required Items<GroupSheet>? Groups { get; init; }

    [Description("Where everybody stands.")]
    public required PositionsSheet? Positions { get; init; }

    [Description("The key issues, in the order of the document that named them.")]
    public required Items<IssueSheet>? Issues { get; init; }

    [Description("What is taken up, when and in what order.")]
    public required ProgrammeSheet? Programme { get; init; }

    [Description("How things are decided, stage by stage.")]
    public required RulesSheet? Rules { get; init; }

    [Description("Who facilitates, and how the floor is run.")]
    public required CoFacilitationSheet? CoFacilitation { get; init; }

    [Description("Events from outside the room, each on its day.")]
    public Items<InjectSheet>? Injects { get; init; }

    [Description("Parameters of the model that differ from their defaults, by name.")]
    public Placed<ModelParameters>? Parameters { get; init; }
}

[Description("Tables beside the scenario's file that take the place of those of the seeds. Same columns.")]
internal sealed record TablesSheet : Sheet
{
    [Description("File name of a table of States.")]
    public Placed<string>? MemberStates { get; init; }

    [Description("File name of a table of groups.")]
    public Placed<string>? Groups { get; init; }

    [Description("File name of a table of memberships.")]
    public Placed<string>? Memberships { get; init; }

    [Description("File name of a table of stated positions.")]
    public Placed<string>? Positions { get; init; }
}

[Description("A group of States that speak together.")]
internal sealed record GroupSheet : Sheet
{
    [Description("The code of the group, such as AFRICA.")]
    public required Placed<GroupId>? Code { get; init; }

    [Description("ISO3 code of the member that speaks on behalf of the group.")]
    public required Placed<DelegationId>? Coordinator { get; init; }

    [Description("The name of the group. By default that of the table of groups.")]
    public Placed<Words>? Name { get; init; }

    [Description("A name for narrow places. By default that of the table of groups.")]
    public Placed<Words>? ShortName { get; init; }

    [Description("False for a group without a common position, such as a regional group: it has no statement to make. By default true.")]
    public Placed<bool>? SpeaksAsOne { get; init; }

    [Description("ISO3 codes of the members. All of them are in the room. By default those of the table of memberships on the day that are in the room.")]
    public Items<DelegationId>? Members { get; init; }
}

[Description("Where everybody stands. A State's own stated position comes first, then those of its groups in the order of precedence, then that of the actor DEFAULT.")]
internal sealed record PositionsSheet : Sheet
{
    [Description("Epochs of the table of positions that hold here; the first that has a position wins. Without it the table is not used.")]
    public Items<string>? Epochs { get; init; }

    [Description("Positions stated here. They come before those of the table.")]
    public Items<PositionSheet>? Stated { get; init; }
}

[Description("A stated position on one provision.")]
internal sealed record PositionSheet : Sheet
{
    [Description("ISO3 code of a State, code of a group, or DEFAULT for all who have stated nothing.")]
    public required Placed<string>? Actor { get; init; }

    [Description("The provision.")]
    public required Placed<ProvisionId>? Provision { get; init; }

    [Range(0d, 1d), Description("The place on the ladder, 0 to 1.")]
    public required Placed<double>? Position { get; init; }

    [Range(0d, 1d), Description("How much it matters to them, 0 to 1.")]
    public required Placed<double>? Salience { get; init; }

    [Range(0d, 1d), Description("How far they can move, 0 to 1.")]
    public required Placed<double>? Flexibility { get; init; }

    [Description("True when they object to whatever lies outside the range that they can live with. By default false.")]
    public Placed<bool>? RedLine { get; init; }

    [Description("How well the position is known.")]
    public required Placed<Certainty>? Certainty { get; init; }

    [Description("Where the stance in words can be found.")]
    public Placed<string>? Source { get; init; }

    [Description("Why this number.")]
    public Placed<string>? Justification { get; init; }
}

[Description("A key issue and its provisions.")]
internal sealed record IssueSheet : Sheet
{
    [Description("A short word, such as VET.")]
    public required Placed<IssueId>? Id { get; init; }

    [Description("As the document numbers it, such as II.")]
    public required Placed<string>? Numeral { get; init; }

    [Description("The title in full.")]
    public required Placed<Words>? Title { get; init; }

    [Description("A title for narrow places, such as Veto.")]
    public required Placed<Words>? ShortTitle { get; init; }

    [Description("The questions of the issue.")]
    public required Items<ProvisionSheet>? Provisions { get; init; }
}

[Description("One question of an issue, and the ladder of answers to it.")]
internal sealed record ProvisionSheet : Sheet
{
    [Description("A short word, unique in the scenario, such as VET.2.")]
    public required Placed<ProvisionId>? Id { get; init; }

    [Description("The title.")]
    public required Placed<Words>? Title { get; init; }

    [Description("The question in plain words.")]
    public required Placed<Words>? Question { get; init; }

    [Description("The words of the draft before the bracket opens.")]
    public required Placed<Words>? Chapeau { get; init; }

    [Description("The answers from left to right, the first at 0 and the last at 1.")]
    public required Items<StepSheet>? Ladder { get; init; }

    [Description("Given where the ladder is a number.")]
    public MeasureSheet? Measure { get; init; }

    [Range(0d, 1d), Description("Where things stand if nothing is agreed, 0 to 1. By default 0.")]
    public Placed<double>? StatusQuo { get; init; }

    [Description("False keeps the provision out of the measures and of convergence. By default true.")]
    public Placed<bool>? Counted { get; init; }
}

[Description("One step of a ladder.")]
internal sealed record StepSheet : Sheet
{
    [Range(0d, 1d), Description("The place on the ladder, 0 to 1.")]
    public required Placed<double>? At { get; init; }

    [Description("A few words, for the axis.")]
    public required Placed<Words>? Label { get; init; }

    [Description("The words of the draft, which go on from the chapeau.")]
    public required Placed<Words>? Text { get; init; }
}

[Description("A ladder that is a number.")]
internal sealed record MeasureSheet : Sheet
{
    [Range(-1_000_000, 1_000_000), Description("The number at the left end.")]
    public required Placed<int>? Left { get; init; }

    [Range(-1_000_000, 1_000_000), Description("The number at the right end.")]
    public required Placed<int>? Right { get; init; }

    [Description("Words of the draft with {n} where the number goes.")]
    public required Placed<Words>? Text { get; init; }
}
