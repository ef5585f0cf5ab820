using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Reads a scenario's folder and the seeds, strictly: everything that is wrong is told at once.</summary>
public static class ScenarioReader
{
    /// <summary>The scenario's file in its folder.</summary>
    public const string FileName = "scenario.yaml";

    /// <summary>Reads a scenario.</summary>
    /// <param name="folder">The scenario's folder; its name becomes the scenario's name.</param>
    /// <param name="seedsFolder">The folder of the four tables of reference data.</param>
    public static ScenarioReading Read(string folder, string seedsFolder)
    {
        var faults = new Faults();
        var file = Path.Combine(folder, FileName);
        var root = TextFile.Read(file, file, faults) is { } text ? YamlTree.Read(file, text, faults) : null;
        return Read(root, folder, seedsFolder, faults);
    }

    /// <param name="root">Null when the file could not be read, which is then among the faults.</param>
    internal static ScenarioReading Read(YamlNode? root, string folder, string seedsFolder, Faults faults)
    {
        if (root is null || Form.Of(typeof(ScenarioSheet)).Read(root, faults) is not ScenarioSheet sheet) return new(null, faults.InOrder());

        var seeds = Seeds.Read(Tables(sheet, folder, seedsFolder, faults), faults);
        var room = Room.Of(sheet, seeds, sheet.AsOf?.Value ?? Programme.FirstDay(sheet), faults);
        Issues.Check(sheet, faults);
        var instructions = Instructions.Of(sheet, seeds, room, faults);
        Programme.Check(sheet, faults);
        Rules.Check(sheet, room, faults);
        Injects.Check(sheet, room, faults);
        if (faults.Any) return new(null, faults.InOrder());

        var coFacilitation = sheet.CoFacilitation.Given();
        var speakingTime = coFacilitation.SpeakingTimeSeconds.Given();
        return new(
            new Scenario
            {
                Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
                Title = sheet.Title.Given(),
                Summary = sheet.Summary.Given(),
                Issues = Issues.Build(sheet),
                States = room.States,
                Groups = room.Groups,
                Instructions = instructions,
                Programme = Programme.Build(sheet),
                Rules = Rules.Build(sheet),
                CoFacilitation = new(coFacilitation.Names.Given(), TimeSpan.FromSeconds(speakingTime.State.Given()), TimeSpan.FromSeconds(speakingTime.Group.Given())),
                Injects = Injects.Build(sheet, room),
                Parameters = sheet.Parameters?.Value ?? new ModelParameters(),
            },
            []);
    }

    private static TablePaths Tables(ScenarioSheet sheet, string folder, string seedsFolder, Faults faults)
    {
        TablePath Table(Placed<string>? own, string inSeeds)
        {
            if (own is null) return At(seedsFolder, inSeeds);
            if (Path.GetFileName(own.Value) == own.Value && File.Exists(Path.Combine(folder, own.Value))) return At(folder, own.Value);
            faults.Add(own.Place, $"names {own.Value}, which is no file beside {FileName}; a scenario's own tables lie in its folder");
            return At(seedsFolder, inSeeds);
        }
        var tables = sheet.Tables;
        return new(
            Table(tables?.MemberStates, Seeds.StatesFile),
            Table(tables?.Groups, Seeds.GroupsFile),
            Table(tables?.Memberships, Seeds.MembershipsFile),
            Table(tables?.Positions, Seeds.PositionsFile));

        static TablePath At(string folder, string name) => new(Path.Combine(folder, name), Path.Combine(folder, name));
    }
}
