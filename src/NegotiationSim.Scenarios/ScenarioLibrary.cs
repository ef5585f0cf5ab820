using System.Collections.Immutable;

namespace NegotiationSim.Scenarios;

/// <summary>The scenarios of a folder that holds scenarios/ and seeds/.</summary>
/// <param name="folder">Null for the folder of the running program: scenarios and seeds travel with the build.</param>
public sealed class ScenarioLibrary(string? folder = null)
{
    private readonly string _folder = folder ?? AppContext.BaseDirectory;

    private string ScenariosFolder => Path.Combine(_folder, "scenarios");

    private string SeedsFolder => Path.Combine(_folder, "seeds");

    /// <summary>The names of the scenarios, in order. Empty when there is no such folder.</summary>
    public ImmutableArray<string> Names() =>
        Directory.Exists(ScenariosFolder)
            ? [.. Directory.EnumerateDirectories(ScenariosFolder)
                .Where(d => File.Exists(Path.Combine(d, ScenarioReader.FileName)))
                .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads a scenario by its name.</summary>
    /// <returns>Null when the library has none of that name.</returns>
    public ScenarioReading? Open(string name) =>
        Names().Contains(name) ? ScenarioReader.Read(Path.Combine(ScenariosFolder, name), SeedsFolder) : null;

    /// <summary>Reads a scenario from a folder anywhere.</summary>
    /// <param name="scenarioFolder">Its seeds are those of ../../seeds, as in a checkout; where there are none, those of this library.</param>
    public ScenarioReading OpenFolder(string scenarioFolder)
    {
        var beside = Path.Combine(scenarioFolder, "..", "..", "seeds");
        if (!File.Exists(Path.Combine(beside, Seeds.StatesFile))) return ScenarioReader.Read(scenarioFolder, SeedsFolder);
        // A fault names its file as its folder was given: from here, or from the root.
        var seeds = Path.GetFullPath(beside);
        return ScenarioReader.Read(scenarioFolder, Path.IsPathRooted(scenarioFolder) ? seeds : Path.GetRelativePath(Directory.GetCurrentDirectory(), seeds));
    }
}
