using System.Globalization;
using System.Text;
using NegotiationSim.Domain;
using NegotiationSim.Simulation;

namespace NegotiationSim.Cli;

/// <summary>The run on a page, for a person.</summary>
internal static class Summary
{
    public static string Of(Played played)
    {
        var room = played.Room;
        var page = new StringBuilder();
        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"# {room.Facts.Title.En}");
        Line($"");
        Line($"{Outcome.InWords(room)}");
        Line($"");
        Line($"Scenario `{played.Scenario.Name}`, seed {played.Seed}, run {played.Run}, model {Conductor.Version}. {played.Events:N0} events, fingerprint `{played.Fingerprint}`.");
        Line($"");
        Line($"![Convergence by issue](convergence.svg)");
        Line($"");
        Line($"## Issues");
        Line($"");
        Line($"Convergence and polarisation are in hundredths, before the first meeting and at the end. Votes are measured against the rule *{room.Facts.Rules.Named(room.Facts.Rules.Text).Title.En}*.");
        Line($"");
        Line($"| | issue | convergence | polarisation | open brackets | could accept | missing | converged |");
        Line($"|---|---|---|---|---|---|---|---|");
        foreach (var issue in room.Facts.Issues)
        {
            var (first, last) = (room.Measures[0].Issues[issue.Id], room.Measures[^1].Issues[issue.Id]);
            var could = last.Acceptable[room.Facts.Rules.Text];
            Line($"| {issue.Numeral} | {issue.Title.En} | {Hundredths.Of(first.SubstantiveConvergence)} to {Hundredths.Of(last.SubstantiveConvergence)} | {Hundredths.Of(first.Polarisation)} to {Hundredths.Of(last.Polarisation)} | {last.OpenBrackets} of {issue.Provisions.Length} | {could.Could} | {could.Missing} | {(last.IsConverged ? "yes" : "no")} |");
        }
        Line($"");
        Line($"## Provisions, beside the baselines");
        Line($"");
        Line($"Places on the ladder, 0 to 1. The mean voter is the salience-weighted mean of the opening positions, the median voter their weighted median: what the literature would forecast without any meeting.");
        Line($"");
        Line($"| provision | | text at the end | alternatives | mean voter | median voter |");
        Line($"|---|---|---|---|---|---|");
        foreach (var provision in room.Facts.Issues.SelectMany(i => i.Provisions))
        {
            var draft = room.Draft[provision.Id];
            var (mean, median) = Baseline(played, provision.Id);
            Line($"| {provision.Id} | {provision.Title.En} | {draft.Text.Share:0.00} | {(draft.IsClosed ? "agreed" : draft.Alternatives.Length.ToString(CultureInfo.InvariantCulture))} | {mean:0.00} | {median:0.00} |");
        }
        Paper(room, Line);
        return page.ToString();
    }

    /// <summary>Mean and median voter of the opening positions.</summary>
    private static (double Mean, double Median) Baseline(Played played, ProvisionId provision)
    {
        var stated = Headless.Opening(played.Scenario, played.Seed, played.Run).Instructions.Values.Select(row => row.Provisions[provision]).ToArray();
        var places = Array.ConvertAll(stated, i => i.Ideal.Units);
        var weights = Array.ConvertAll(stated, i => (long)i.Salience.Units);
        var mean = BoundedConfidence.NextPosition(0, 0, Pulls.Neutral, BoundedConfidence.Unbounded, places, weights);
        return (new Position(mean).Share, new Position(WeightedMedian.Lower(places, weights)).Share);
    }

    private static void Paper(Negotiation room, Action<FormattableString> line)
    {
        if (room.Paper is not { Paper: { } paper } standing) return;
        line($"");
        line($"## Elements of convergence");
        line($"");
        line($"Version {paper.Version}, after {standing.Readings} readings. {(standing.IsAccepted == true ? "Accepted." : "Not accepted.")}");
        line($"");
        foreach (var element in paper.Elements) line($"- {room.ProvisionNamed(element.Provision).Chapeau.En} {element.Text.En}");
        if (standing.LastAnswers.IsEmpty) return;
        line($"");
        foreach (var verdict in (PaperVerdict[])[PaperVerdict.AsksTooLittle, PaperVerdict.AsksTooMuch])
        {
            var who = standing.LastAnswers.Where(a => a.Value.Verdict == verdict).Select(a => room.States[room.IndexOf(a.Key)].Name.En).ToArray();
            if (who.Length > 0) line($"It asks too {(verdict == PaperVerdict.AsksTooLittle ? "little" : "much")} for {who.Length}: {string.Join(", ", who)}.");
        }
    }
}
