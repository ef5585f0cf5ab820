using NegotiationSim.Scenarios;

namespace NegotiationSim.Simulation.Tests;

public class NamesOfTheShippedScenarios
{
    [Fact]
    public void Each_draws_by_a_number_of_its_own()
    {
        var library = new ScenarioLibrary();
        Assert.NotEmpty(library.Names());
        Assert.All(library.Names(), name =>
        {
            var scenario = library.Open(name)!.Scenario!;
            Assert.Null(EntityNumber.FirstCollision(
                scenario.States.Select(s => s.Id),
                scenario.Groups.Select(g => g.Id),
                [.. scenario.Issues.Select(i => i.Id.Value), "co-facilitators"]));
        });
    }
}
