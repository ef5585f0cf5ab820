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
public abstract record ProgrammeItem(Words Title)
{
    /// <summary>The day on which the item begins.</summary>
    public abstract DateOnly FirstDay { get; }
}

/// <summary>Issues discussed in rounds of statements, in the order chosen. The meetings are shared evenly among the issues, or the issues among the meetings.</summary>
/// <param name="Meetings">Days; their number is a multiple of the number of issues, or the other way round.</param>
/// <param name="RoundsPerMeeting">Rounds on each issue of a meeting, at least 1.</param>
public sealed record DiscussionItem(
    Words Title,
    ImmutableArray<IssueId> Issues,
    AgendaOrder Order,
    ImmutableArray<DateOnly> Meetings,
    int RoundsPerMeeting) : ProgrammeItem(Title)
{
    public override DateOnly FirstDay => Meetings[0];

    /// <summary>How many meetings each issue has; 1 where issues share a meeting.</summary>
    public int MeetingsPerIssue => Math.Max(1, Meetings.Length / Issues.Length);

    /// <summary>The day of one of an issue's meetings.</summary>
    /// <param name="place">Place of the issue in the order chosen, from 0.</param>
    /// <param name="meeting">Which of its meetings, from 0; later ones than it has are its last.</param>
    public DateOnly DayOf(int place, int meeting) => Meetings.Length < Issues.Length
        ? Meetings[place / (Issues.Length / Meetings.Length)]
        : Meetings[place * MeetingsPerIssue + Math.Min(meeting, MeetingsPerIssue - 1)];
}

/// <summary>The co-facilitators draft what has converged, refine it in readings, circulate it, and ask whether it is accepted.</summary>
/// <param name="Readings">The days of the meetings that read it.</param>
public sealed record ElementsPaperItem(
    Words Title,
    DateOnly Drafted,
    ImmutableArray<DateOnly> Readings,
    DateOnly Circulated,
    DateOnly Decided) : ProgrammeItem(Title)
{
    public override DateOnly FirstDay => Drafted;
}

/// <summary>The text of some issues is put to the vote as a whole, through one or more gates in order.</summary>
/// <param name="Gates">Names of rules of the scenario; the second is asked only when the first is passed.</param>
public sealed record VoteItem(Words Title, DateOnly Day, ImmutableArray<IssueId> Issues, ImmutableArray<string> Gates) : ProgrammeItem(Title)
{
    public override DateOnly FirstDay => Day;
}

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
