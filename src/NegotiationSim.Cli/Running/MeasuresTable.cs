using System.Globalization;
using CsvHelper;
using NegotiationSim.Domain;

namespace NegotiationSim.Cli;

/// <summary>The measures as a tidy table: round, issue, measure, value; one value a row.</summary>
/// <remarks>Shares are written as shares, 0 to 1; counts as counts. Figures of the whole room have no issue.</remarks>
internal static class MeasuresTable
{
    public static void Write(Negotiation room, string path)
    {
        using var csv = CsvWriter.Create(new StreamWriter(path), new CsvWriterOptions { NewLine = "\n" });
        csv.WriteRecord(["round", "issue", "measure", "value"]);
        foreach (var measures in room.Measures)
        {
            Row(csv, measures.Round, "", "trust_mean", Share(measures.TrustMean));
            Row(csv, measures.Round, "", "trust_minimum", Share(measures.TrustMinimum));
            Row(csv, measures.Round, "", "procedural_friction", Share(measures.ProceduralFriction));
            foreach (var issue in room.Facts.Issues)
                foreach (var (measure, value) in Of(measures.Issues[issue.Id])) Row(csv, measures.Round, issue.Id.Value, measure, value);
        }
    }

    private static IEnumerable<(string Measure, string Value)> Of(IssueMeasures m)
    {
        yield return ("substantive_convergence", Share(m.SubstantiveConvergence));
        yield return ("polarisation", Share(m.Polarisation));
        yield return ("open_brackets", Count(m.OpenBrackets));
        yield return ("text_churn", Count(m.TextChurn));
        yield return ("converged", Count(m.IsConverged ? 1 : 0));
        yield return ("band_q05", Share(m.Band.Q05));
        yield return ("band_q25", Share(m.Band.Q25));
        yield return ("band_q75", Share(m.Band.Q75));
        yield return ("band_q95", Share(m.Band.Q95));
        foreach (var (rule, a) in m.Acceptable)
        {
            yield return ($"could_accept_{rule}", Count(a.Could));
            yield return ($"votes_missing_{rule}", Count(a.Missing));
            yield return ($"margin_{rule}", Share(a.MarginBasisPoints));
        }
    }

    private static void Row(CsvWriter csv, int round, string issue, string measure, string value) =>
        csv.WriteRecord([Count(round), issue, measure, value]);

    private static string Share(int basisPoints) => (basisPoints / 10_000m).ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
