namespace NegotiationSim.Domain;

internal static class OpeningRules
{
    public static Decision Open(OpenNegotiation c)
    {
        if (!c.By.IsCoFacilitators) return Decision.Refuse(Refusal.OnlyTheModel);
        var s = c.Scenario;
        return Decision.Of(
            new NegotiationOpened(s.Name, s.Title, s.Summary, s.Issues, s.States, s.Groups, s.Programme, s.Rules, s.CoFacilitation) { At = c.At, By = c.By },
            new InstructionsGiven(c.Instructions) { At = c.At, By = c.By },
            new ConfidenceMoved(c.Confidences) { At = c.At, By = c.By },
            new ModelConfigured(c.Model, c.Seed, c.Run, s.Parameters, s.Injects, c.TrustPrior) { At = c.At, By = c.By },
            new OpeningPositionsTaken(c.Provisions, c.Positions) { At = c.At, By = c.By },
            new DraftTabled(c.Draft) { At = c.At, By = c.By },
            new MeasuresTaken(c.Measures) { At = c.At, By = c.By });
    }
}
