using System.Globalization;
using System.Text;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation.Tests;

/// <summary>A record told line by line, as somebody in the room would.</summary>
internal static class Story
{
    public static string Of(IEnumerable<NegotiationEvent> record)
    {
        var story = new StringBuilder();
        foreach (var happened in record)
            if (Line(happened) is { } line) story.Append(CultureInfo.InvariantCulture, $"{happened.At}  {line}\n");
        return story.ToString();
    }

    private static string? Line(NegotiationEvent happened) => happened switch
    {
        NegotiationOpened e => $"{e.Title.En} is opened: {e.States.Length} States, {e.Issues.Length} issues",
        MeetingOpened e => $"Meeting {e.Number} opens",
        MeetingSuspended => "The meeting is suspended",
        MeetingResumed => "The meeting is resumed",
        MeetingAdjourned => "The meeting is adjourned",
        IssueTakenUp e => $"{e.Issue} is taken up",
        IssueConcluded e => $"{e.Issue} is concluded{(e.Early ? " early" : "")}",
        RoundBegun e => $"Round {e.Number} on {e.Issue}",
        StatementMade e => $"  {e.Delegation}{(e.OnBehalfOf is { } g ? $" for {g}" : "")}: {e.Kind} on {e.Provision}{(e.Stated.TryGetValue(e.Provision, out var s) ? $" at {s.At}" : "")}{(e.Answers is { } a ? $", answering {a}" : "")}",
        AlternativeProposed e => $"  {e.Alternative.Id} is proposed at {e.Alternative.At}",
        AlternativesMerged e => $"  {e.First} and {e.Second} are merged into {e.Into.Id} at {e.Into.At}",
        MergeDeclined e => $"  the merge {e.Offer} is declined by {e.DeclinedBy.Length}",
        ObjectionsHeard e => $"  on closing {e.Provision} at {e.Alternative}: {e.Objectors.Length} object",
        BracketClosed e => $"  the bracket of {e.Provision} closes on {e.On}",
        RoundEnded e => $"Round {e.Number} ends{(e.HasMoved ? "" : " and nothing has moved")}",
        MeasuresTaken e => "  " + string.Join(", ", e.Measures.Issues.Select(i => $"{i.Key} {i.Value.SubstantiveConvergence / 100}")),
        ElementsPaperDrafted e => e.Paper is null ? "Nothing has converged: there is no paper to write" : $"An elements paper on {string.Join(", ", e.Paper.Issues)}",
        ElementsPaperDecided e => e.IsAccepted ? "The paper is accepted" : $"The paper is not accepted by {e.Answers.Count}",
        VoteClosed e => $"{e.Result.Rule}: {e.Result.For} for, {e.Result.Against} against, {e.Result.Abstaining} abstaining: {(e.Result.IsAdopted ? "adopted" : "not adopted")}",
        InjectApplied e => $"News: {e.Title.En}",
        NegotiationClosed e => $"The programme is carried out; converged: {(e.Converged.IsEmpty ? "nothing" : string.Join(", ", e.Converged))}",
        _ => null,
    };
}

/// <summary>A story kept beside the test and copied to its output. To accept a new one, keep what the failed test wrote there.</summary>
internal static class GoldenStory
{
    public static void Holds(string name, string story)
    {
        var kept = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        File.WriteAllText(kept + ".new", story);
        Assert.Equal(File.ReadAllText(kept), story);
    }
}
