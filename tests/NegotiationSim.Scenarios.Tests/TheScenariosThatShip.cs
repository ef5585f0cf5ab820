namespace NegotiationSim.Scenarios.Tests;

public sealed class TheScenariosThatShip
{
    [Fact]
    public void Read_without_a_fault()
    {
        var library = new ScenarioLibrary();
        Assert.NotEmpty(library.Names());
        Assert.All(library.Names(), name => Assert.Empty(library.Open(name)!.Faults));
    }
}
