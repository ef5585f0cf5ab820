using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>What is on the table.</summary>
internal static class Issues
{
    public static void Check(ScenarioSheet sheet, Faults faults)
    {
        var (issues, provisions) = (new HashSet<IssueId>(), new HashSet<ProvisionId>());
        foreach (var issue in sheet.Issues ?? Enumerable.Empty<IssueSheet>())
        {
            if (issue.Id is { } id && !issues.Add(id.Value)) faults.Add(id.Place, $"{id.Value} is an issue already; give each its own id");
            foreach (var provision in issue.Provisions ?? Enumerable.Empty<ProvisionSheet>())
            {
                if (provision.Id is { } its && !provisions.Add(its.Value)) faults.Add(its.Place, $"{its.Value} is a provision already; give each its own id");
                if (provision.Ladder is { } ladder) CheckLadder(ladder, faults);
                if (provision.Measure is { } measure) CheckMeasure(measure, faults);
            }
        }
    }

    public static ImmutableArray<KeyIssue> Build(ScenarioSheet sheet) =>
        [.. sheet.Issues.Given().Select(i => new KeyIssue(
            i.Id.Given(), i.Numeral.Given(), i.Title.Given(), i.ShortTitle.Given(), [.. i.Provisions.Given().Select(Build)]))];

    private static Provision Build(ProvisionSheet p) => new(
        p.Id.Given(),
        p.Title.Given(),
        p.Question.Given(),
        p.Chapeau.Given(),
        [.. p.Ladder.Given().Select(s => new LadderStep(Position.FromShare(s.At.Given()), s.Label.Given(), s.Text.Given()))],
        p.Measure is { } m ? new LadderMeasure(m.Left.Given(), m.Right.Given(), m.Text.Given()) : null,
        Position.FromShare(p.StatusQuo?.Value ?? 0),
        p.Counted?.Value ?? true);

    private static void CheckLadder(Items<StepSheet> ladder, Faults faults)
    {
        var steps = ladder.Select(s => s.At).OfType<Placed<double>>().ToList();
        // A step that cannot be read is a fault of its own; the ends and the order are judged on whole ladders.
        if (steps.Count < ladder.Entries.Length) return;
        if (steps.Count == 1) faults.Add(ladder.Place, "has one step; a ladder has at least two, the first at 0 and the last at 1");
        if (steps.Count < 2) return;
        if (steps[0].Value != 0) faults.Add(steps[0].Place, "should be 0: a ladder starts at its left end");
        if (steps[^1].Value != 1) faults.Add(steps[^1].Place, "should be 1: a ladder ends at its right end");
        foreach (var (before, step) in steps.Zip(steps.Skip(1)))
            if (step.Value <= before.Value) faults.Add(step.Place, "does not lie above the step before; order the steps from left to right");
    }

    private static void CheckMeasure(MeasureSheet measure, Faults faults)
    {
        if (measure is { Left.Value: var left, Right: { Value: var right } at } && right <= left) faults.Add(at.Place, $"should be greater than left, which is {left}");
        if (measure.Text is { } text && !(text.Value.En.Contains("{n}", StringComparison.Ordinal) && text.Value.Zh?.Contains("{n}", StringComparison.Ordinal) is not false))
            faults.Add(text.Place, "has no {n}: say where in the words the number goes, in each language");
    }
}
