using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NegotiationSim.Domain;

/// <summary>What the session takes up, when and in what order.</summary>
public sealed record ProgrammeOfWork(MeetingHours Hours, ImmutableArray<ProgrammeItem> Items);

/// <summary>The hours of a meeting day. The meeting is suspended between morning and afternoon.</summary>
public sealed record MeetingHours(TimeOnly Opens, TimeOnly SuspendsAt, TimeOnly ResumesAt);

/// <summary>One item of the programme.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$t")]
[JsonDerivedType(typeof(DiscussionItem), "discussion")]
[JsonDerivedType(typeof(ElementsPaperItem), "elementsPaper")]
[JsonDerivedType(typeof(VoteItem), "vote")]
public abstract record ProgrammeItem(Words Title);

/// <summary>Issues discussed in rounds of statements. The meetings are shared evenly among the issues, in the order chosen.</summary>
/// <param name="Meetings">Days; their number is a multiple of the number of issues.</param>
/// <param name="RoundsPerMeeting">At least 1.</param>
public sealed record DiscussionItem(
    Words Title,
    ImmutableArray<IssueId> Issues,
    AgendaOrder Order,
    ImmutableArray<DateOnly> Meetings,
    int RoundsPerMeeting) : ProgrammeItem(Title);

/// <summary>The co-facilitators draft what has converged, refine it in readings, circulate it, and ask whether it is accepted.</summary>
/// <param name="Readings">The days of the meetings that read it.</param>
public sealed record ElementsPaperItem(
    Words Title,
    DateOnly Drafted,
    ImmutableArray<DateOnly> Readings,
    DateOnly Circulated,
    DateOnly Decided) : ProgrammeItem(Title);

/// <summary>The text of some issues is put to the vote as a whole, through one or more gates in order.</summary>
/// <param name="Gates">Names of rules of the scenario; the second is asked only when the first is passed.</param>
public sealed record VoteItem(Words Title, DateOnly Day, ImmutableArray<IssueId> Issues, ImmutableArray<string> Gates) : ProgrammeItem(Title);

/// <summary>How the co-facilitators order several issues of one item.</summary>
public enum AgendaOrder
{
    /// <summary>As the programme lists them.</summary>
    Given,

    /// <summary>Ascending spread of the public positions at the time.</summary>
    LeastContentiousFirst,

    /// <summary>Descending spread of the public positions at the time.</summary>
    MostContentiousFirst,
}
