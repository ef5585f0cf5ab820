using System.Globalization;
using System.Text;
using NegotiationSim.Domain;
using ScottPlot;

namespace NegotiationSim.Cli;

/// <summary>The room around its text, issue by issue: half of the States stand in the strong band, nine in ten in the pale one.</summary>
internal static class ConvergencePicture
{
    private const int Width = 1200;
    private const int PanelHeight = 190;
    private static readonly Color Ink = Color.FromHex("#18212C");
    private static readonly Color Right = Color.FromHex("#4487BE");
    private static readonly Color Left = Color.FromHex("#BF7C1E");

    public static void Write(Negotiation room, string path)
    {
        var issues = room.Facts.Issues;
        var picture = new StringBuilder();
        picture.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{PanelHeight * issues.Length}">""").Append('\n');
        for (var i = 0; i < issues.Length; i++)
        {
            // Each panel is a picture of its own; its clip paths are named apart from those of the others.
            var panel = Panel(room, issues[i]).GetSvgXml(Width, PanelHeight);
            picture.Append(CultureInfo.InvariantCulture, $"""<svg y="{PanelHeight * i}" """)
                .Append(panel[(panel.IndexOf("<svg", StringComparison.Ordinal) + 5)..].Replace("cl_", $"panel{i}_", StringComparison.Ordinal)).Append('\n');
        }
        File.WriteAllText(path, picture.Append("</svg>\n").ToString());
    }

    private static Plot Panel(Negotiation room, KeyIssue issue)
    {
        var rounds = room.Measures.Select(m => (double)m.Round).ToArray();
        var bands = room.Measures.Select(m => m.Issues[issue.Id].Band).ToArray();
        double[] Of(Func<Band, int> read) => [.. bands.Select(b => read(b) / 10_000.0)];
        double[] Above(Func<Band, int> read) => [.. Of(read).Select(v => Math.Max(0, v))];
        double[] Below(Func<Band, int> read) => [.. Of(read).Select(v => Math.Min(0, v))];

        var plot = new Plot();
        Band(Above(b => b.Q05), Above(b => b.Q95), Right.WithAlpha(.25));
        Band(Below(b => b.Q05), Below(b => b.Q95), Left.WithAlpha(.25));
        Band(Above(b => b.Q25), Above(b => b.Q75), Right.WithAlpha(.6));
        Band(Below(b => b.Q25), Below(b => b.Q75), Left.WithAlpha(.6));
        var text = plot.Add.HorizontalLine(0);
        text.Color = Ink;
        text.LineWidth = 1.5f;

        var (first, last) = (room.Measures[0].Issues[issue.Id], room.Measures[^1].Issues[issue.Id]);
        plot.Title($"{issue.Numeral}  {issue.Title.En}: {Hundredths.Of(first.SubstantiveConvergence)} to {Hundredths.Of(last.SubstantiveConvergence)}{(last.IsConverged ? ", converged" : "")}", 15);
        plot.Axes.SetLimits(0, Math.Max(1, rounds[^1]), -1, 1);
        Label(plot.Axes.Left.Label, "distance to the text");
        Label(plot.Axes.Bottom.Label, issue == room.Facts.Issues[^1] ? "round" : "");
        plot.HideGrid();
        return plot;

        void Band(double[] from, double[] to, Color color)
        {
            var band = plot.Add.FillY(rounds, from, to);
            band.FillColor = color;
            band.LineWidth = 0;
        }
    }

    private static void Label(LabelStyle label, string words)
    {
        label.Text = words;
        label.Bold = false;
        label.FontSize = 12;
    }
}
