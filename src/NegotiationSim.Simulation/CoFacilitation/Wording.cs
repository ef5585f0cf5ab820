using System.Globalization;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>The words of the draft for a place on a ladder.</summary>
internal static class Wording
{
    /// <summary>Places this close to a step take the step's own words.</summary>
    private const long Near = Position.One / 50;

    /// <summary>The number where the ladder is one; the step's words at or near a step; both neighbours' words between two steps.</summary>
    public static Words At(Provision provision, Position place)
    {
        if (provision.Measure is { } measure) return Number(measure, place);

        var ladder = provision.Ladder;
        var nearest = ladder[0];
        foreach (var step in ladder)
            if (Distance(step.At, place) < Distance(nearest.At, place)) nearest = step;
        if (Distance(nearest.At, place) <= Near) return nearest.Text;

        var left = ladder.Last(s => s.At.Units < place.Units);
        var right = ladder.First(s => s.At.Units > place.Units);
        var (nearer, farther) = Distance(left.At, place) <= Distance(right.At, place) ? (left, right) : (right, left);
        return new Words(
            $"{Bare(nearer.Text.En)}, going some way towards the following: {Bare(farther.Text.En)};",
            nearer.Text.Zh is { } zh && farther.Text.Zh is { } zhFarther ? $"{Bare(zh)}，并在一定程度上趋向：{Bare(zhFarther)}；" : null);
    }

    private static Words Number(LadderMeasure measure, Position place)
    {
        var number = measure.At(place).ToString(CultureInfo.InvariantCulture);
        return new Words(measure.Text.En.Replace("{n}", number, StringComparison.Ordinal), measure.Text.Zh?.Replace("{n}", number, StringComparison.Ordinal));
    }

    private static string Bare(string text) => text.TrimEnd(' ', ';', '.', ',', '；', '。', '，');

    private static long Distance(Position a, Position b) => Math.Abs(a.Units - b.Units);
}
