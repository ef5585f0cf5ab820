namespace NegotiationSim.Scenarios.Tests;

/// <summary>A copy of a scenario and of the seeds in a folder of its own, to be broken in one place and read.</summary>
internal sealed class AScenarioFolder
{
    private readonly string _scenario;
    private readonly Dictionary<string, string> _changed = [];

    private AScenarioFolder(string scenario) => _scenario = scenario;

    public static AScenarioFolder CopyOf(string scenario) => new(scenario);

    public static string TextOf(string scenario) => File.ReadAllText(Path.Combine(Scenarios, scenario, ScenarioReader.FileName));

    /// <summary>Reads the copy after one change to its scenario file.</summary>
    public ScenarioReading With(string old, string changed) => WithText(Replace(TextOf(_scenario), old, changed));

    /// <summary>Reads the copy with another text in place of its scenario file.</summary>
    public ScenarioReading WithText(string text)
    {
        _changed[Path.Combine("scenarios", _scenario, ScenarioReader.FileName)] = text;
        return Read();
    }

    /// <summary>Changes a table of the seeds in one place.</summary>
    public AScenarioFolder Table(string file, string old, string changed)
    {
        var path = Path.Combine("seeds", file);
        _changed[path] = Replace(_changed.GetValueOrDefault(path) ?? File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)), old, changed);
        return this;
    }

    /// <summary>Puts a file beside the scenario's.</summary>
    public AScenarioFolder Beside(string file, string text)
    {
        _changed[Path.Combine("scenarios", _scenario, file)] = text;
        return this;
    }

    public ScenarioReading Read()
    {
        var folder = Directory.CreateTempSubdirectory("scenario-");
        try
        {
            foreach (var part in (string[])["seeds", Path.Combine("scenarios", _scenario)])
            {
                var to = Directory.CreateDirectory(Path.Combine(folder.FullName, part));
                foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, part))) File.Copy(file, Path.Combine(to.FullName, Path.GetFileName(file)));
            }
            foreach (var (path, text) in _changed) File.WriteAllText(Path.Combine(folder.FullName, path), text);
            return new ScenarioLibrary(folder.FullName).Open(_scenario)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Scenarios => Path.Combine(AppContext.BaseDirectory, "scenarios");

    private static string Replace(string text, string old, string changed)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
    }
}
