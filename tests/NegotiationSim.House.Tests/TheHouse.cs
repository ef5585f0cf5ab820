using System.Xml.Linq;

namespace NegotiationSim.House.Tests;

/// <summary>Holds the table of the design: who may know whom. Read from the project files, so that it cannot drift.</summary>
public sealed class TheHouse
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Domain"] = [],
        ["Simulation"] = ["Domain"],
        ["Scenarios"] = ["Domain"],
        ["Journal"] = ["Domain"],
        ["Grains"] = ["Domain", "Simulation", "Journal"],
        ["Protocol"] = ["Domain"],
        ["Server"] = ["Grains", "Scenarios", "Protocol", "Web"],
        ["Web"] = ["Domain", "Protocol"],
        ["Cli"] = ["Simulation", "Scenarios", "Journal"],
    };

    private static readonly string[] TopLevel =
    [
        "src", "tests", "scenarios", "seeds", "NegotiationSim.sln", "README.md", "run-cluster.sh", "LICENSE",
        "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", ".gitignore", ".gitattributes", ".ci", ".config",
    ];

    [Fact]
    public void Every_project_references_only_the_rooms_below_it()
    {
        var faults = new List<string>();
        foreach (var (name, allowed) in MayReference)
        {
            var strangers = References(name).Except(allowed).ToList();
            if (strangers.Count > 0) faults.Add($"{name} may not know {string.Join(", ", strangers)}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_project_under_src_has_its_place_in_the_table() =>
        Assert.Equal(
            MayReference.Keys.Order(),
            Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Select(p => Path.GetFileNameWithoutExtension(p)["NegotiationSim.".Length..]).Order());

    [Theory]
    [InlineData("Domain", "Microsoft.CodeAnalysis.BannedApiAnalyzers")]
    [InlineData("Simulation", "Microsoft.CodeAnalysis.BannedApiAnalyzers")]
    [InlineData("Protocol", "")]
    public void The_pure_rooms_take_no_package_into_the_building(string name, string onlyThese)
    {
        var packages = Project(name).Descendants("PackageReference").Select(p => (string)p.Attribute("Include")!)
            .Concat(File.ReadAllText(ProjectFile(name)).Contains("Pure.props", StringComparison.Ordinal) ? [onlyThese] : []);
        Assert.All(packages, package => Assert.Equal(onlyThese, package));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Simulation")]
    public void The_pure_rooms_ban_the_clock_and_the_dice(string name) =>
        Assert.Contains("Pure.props", File.ReadAllText(ProjectFile(name)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_stands_at_the_top_level_that_the_design_does_not_name() =>
        Assert.Empty(TrackedTopLevel().Except(TopLevel));

    [Fact]
    public void Every_project_stands_in_the_solution_so_that_no_test_is_forgotten()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "NegotiationSim.sln"));
        var projects = Checkout.Files("src", "tests").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => Path.GetFileName(f));
        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(string name) =>
        Project(name).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))["NegotiationSim.".Length..]);

    private static XDocument Project(string name) => XDocument.Load(ProjectFile(name));

    private static string ProjectFile(string name) => Path.Combine(Root, "src", $"NegotiationSim.{name}", $"NegotiationSim.{name}.csproj");

    private static IEnumerable<string> TrackedTopLevel()
    {
        var ignored = File.ReadAllLines(Path.Combine(Root, ".gitignore")).Select(l => l.Trim('/')).Append(".git").ToHashSet();
        return Directory.EnumerateFileSystemEntries(Root).Select(p => Path.GetFileName(p)!).Where(n => !ignored.Contains(n));
    }

    private static string Root => Checkout.Root;
}
