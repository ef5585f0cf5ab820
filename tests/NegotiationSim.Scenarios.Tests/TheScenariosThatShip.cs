namespace NegotiationSim.Scenarios.Tests;

public sealed class TheScenariosThatShip
{
    private static readonly ScenarioLibrary Library = new();

    public static TheoryData<string> Names => [.. Library.Names()];

    [Fact]
    public void Are_these() => Assert.Equal(["first-contact", "security-council-reform-70"], Library.Names().AsEnumerable());

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_without_a_fault_and_are_called_by_their_folder(string name)
    {
        var reading = Library.Open(name)!;
        Assert.Empty(reading.Faults);
        Assert.Equal(name, reading.Scenario!.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_a_page_for_people(string name) =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "scenarios", name, "README.md")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_the_same_by_name_and_from_a_folder_anywhere(string name)
    {
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(elsewhere.FullName, name)).FullName;
            File.Copy(Path.Combine(AppContext.BaseDirectory, "scenarios", name, ScenarioReader.FileName), Path.Combine(folder, ScenarioReader.FileName));
            var there = Library.OpenFolder(folder + Path.DirectorySeparatorChar);
            Assert.Equal(ScenarioHash.Of(Library.Open(name)!.Scenario!), ScenarioHash.Of(there.Scenario!));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public void Are_not_more_than_the_library_has() => Assert.Null(Library.Open("../seeds"));

    [Fact]
    public void Have_a_hash_of_what_they_say_and_not_of_how_it_is_written()
    {
        var hash = ScenarioHash.Of(Library.Open("first-contact")!.Scenario!);
        Assert.Equal(hash, ScenarioHash.Of(AScenarioFolder.CopyOf("first-contact").With("  quorum: 7", "  # A majority.\n  quorum:   7").Scenario!));
        Assert.NotEqual(hash, ScenarioHash.Of(AScenarioFolder.CopyOf("first-contact").With("  quorum: 7", "  quorum: 8").Scenario!));
        Assert.NotEqual(hash, ScenarioHash.Of(AScenarioFolder.CopyOf("first-contact").With("redLine: true", "redLine: false").Scenario!));
    }
}
