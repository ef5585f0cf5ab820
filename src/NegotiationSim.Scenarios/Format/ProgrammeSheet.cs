using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

[Description("What is taken up, when and in what order.")]
internal sealed record ProgrammeSheet : Sheet
{
    [Description("The hours of a meeting day.")]
    public required HoursSheet? Hours { get; init; }

    [Description("The items, in order.")]
    public required Items<ProgrammeItemSheet>? Items { get; init; }
}

[Description("The hours of a meeting day.")]
internal sealed record HoursSheet : Sheet
{
    [Description("When the meeting opens.")]
    public required Placed<TimeOnly>? Opens { get; init; }

    [Description("When it is suspended.")]
    public required Placed<TimeOnly>? SuspendsAt { get; init; }

    [Description("When it goes on.")]
    public required Placed<TimeOnly>? ResumesAt { get; init; }
}

[Kind("discussion", typeof(DiscussionSheet))]
[Kind("elementsPaper", typeof(ElementsPaperSheet))]
[Kind("vote", typeof(VoteSheet))]
internal abstract record ProgrammeItemSheet : Sheet
{
    [Description("The title of the item.")]
    public required Placed<Words>? Title { get; init; }
}

[Description("Issues discussed in rounds of statements. The meetings are shared evenly among the issues, or the issues among the meetings.")]
internal sealed record DiscussionSheet : ProgrammeItemSheet
{
    [Description("The issues.")]
    public required Items<IssueId>? Issues { get; init; }

    [Description("In which order several issues are taken up. By default as given.")]
    public Placed<AgendaOrder>? Order { get; init; }

    [Description("The days of the meetings; their number is a multiple of the number of issues, or a divisor of it. An item that begins on the day of a meeting is taken up in it.")]
    public required Items<DateOnly>? Meetings { get; init; }

    [Range(1, 100), Description("Rounds of statements on each issue of a meeting.")]
    public required Placed<int>? RoundsPerMeeting { get; init; }
}

[Description("The co-facilitators draft what has converged, refine it in readings, circulate it, and ask whether it is accepted.")]
internal sealed record ElementsPaperSheet : ProgrammeItemSheet
{
    [Description("The day of the first draft.")]
    public required Placed<DateOnly>? Drafted { get; init; }

    [Description("The days of the meetings that read it.")]
    public required Items<DateOnly>? Readings { get; init; }

    [Description("The day on which the final version goes to all.")]
    public required Placed<DateOnly>? Circulated { get; init; }

    [Description("The day on which the membership is asked.")]
    public required Placed<DateOnly>? Decided { get; init; }
}

[Description("The text of some issues is put to the vote as a whole, through one or more gates in order.")]
internal sealed record VoteSheet : ProgrammeItemSheet
{
    [Description("The day of the vote.")]
    public required Placed<DateOnly>? Day { get; init; }

    [Description("The issues.")]
    public required Items<IssueId>? Issues { get; init; }

    [Description("Names of rules; the second is asked only when the first is passed.")]
    public required Items<string>? Gates { get; init; }
}
