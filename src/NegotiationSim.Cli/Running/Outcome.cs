using NegotiationSim.Domain;
using NegotiationSim.Simulation;
using Spectre.Console;

namespace NegotiationSim.Cli;

/// <summary>What came of a negotiation, in sentences.</summary>
internal static class Outcome
{
    public static string InWords(Negotiation room) => string.Join(' ', Sentences(room));

    private static IEnumerable<string> Sentences(Negotiation room)
    {
        var converged = room.Closed?.Converged ?? [];
        var issues = room.Facts.Issues.Length;
        yield return converged.IsEmpty
            ? $"None of {Plural.Of(issues, "issue")} converged."
            : $"{converged.Length} of {Plural.Of(issues, "issue")} converged: {string.Join(", ", converged.Select(i => room.IssueNamed(i).Title.En))}.";

        if (room.Paper is { Paper: not null, IsAccepted: { } accepted } paper)
        {
            var little = paper.LastAnswers.Count(a => a.Value.Verdict == PaperVerdict.AsksTooLittle);
            var much = paper.LastAnswers.Count(a => a.Value.Verdict == PaperVerdict.AsksTooMuch);
            yield return accepted
                ? "The elements paper was accepted."
                : $"The elements paper was not accepted: it asks too little for {little}, and too much for {much}.";
        }
        else if (room.Paper is { Paper: null })
        {
            yield return "There was nothing to write into an elements paper.";
        }

        foreach (var vote in room.VoteResults)
        {
            var count = $"{vote.For} in favour, {vote.Against} against, {vote.Abstaining} abstaining";
            yield return vote.IsAdopted
                ? $"{room.Facts.Rules.Named(vote.Rule).Title.En}: adopted, {count}."
                : $"{room.Facts.Rules.Named(vote.Rule).Title.En}: not adopted, {Plural.Of(vote.Missing, "vote")} missing; {count}.";
        }
    }
}

/// <summary>The outcome by issue, for the terminal.</summary>
internal static class OutcomeTable
{
    public static Table Of(Negotiation room)
    {
        var rule = room.Facts.Rules.Named(room.Facts.Rules.Text);
        // As wide as a terminal of 80 columns with the longest titles that ship.
        var table = new Table().Border(TableBorder.None).AddColumn(Column("")).AddColumn(Column("Issue"));
        foreach (var column in (string[])["Converg.", "Polar.", "Open", "Accept", "Missing", "Object"]) table.AddColumn(Column(column).RightAligned());
        table.AddColumn(Column(""));
        foreach (var issue in room.Facts.Issues)
        {
            var (first, last) = (room.Measures[0].Issues[issue.Id], room.Measures[^1].Issues[issue.Id]);
            var could = last.Acceptable[rule.Name];
            var consensus = room.Facts.Rules.Rules.FirstOrDefault(r => r.Method == DecisionMethod.Consensus) is { } c ? $"{last.Acceptable[c.Name].Missing}" : "";
            table.AddRow(
                Markup.Escape(issue.Numeral),
                Markup.Escape(issue.ShortTitle.En),
                $"{Hundredths.Of(first.SubstantiveConvergence)} to {Hundredths.Of(last.SubstantiveConvergence)}",
                $"{Hundredths.Of(first.Polarisation)} to {Hundredths.Of(last.Polarisation)}",
                $"{last.OpenBrackets}/{issue.Provisions.Length}",
                $"{could.Could}",
                could.Missing == 0 ? "reached" : $"{could.Missing}",
                consensus,
                last.IsConverged ? "converged" : "");
        }
        return table;
    }

    private static TableColumn Column(string header) => new TableColumn(header).NoWrap().Padding(0, 0, 1, 0);
}
