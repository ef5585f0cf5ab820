using System.Text.RegularExpressions;

namespace NegotiationSim.House.Tests;

/// <summary>What is written about the code holds: links lead somewhere, decisions that are named exist, and no machine shows through.</summary>
public sealed partial class ThePapers
{
    [Fact]
    public void Every_decision_that_the_code_names_exists() =>
        Assert.Empty(
            from file in Checkout.Files("src", "tests", "scenarios", "seeds")
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)
            from Match named in Decision().Matches(File.ReadAllText(file))
            where !File.Exists(Path.Combine(Checkout.Root, "src", named.Value))
            select $"{Checkout.Named(file)} names {named.Value}");

    [Fact]
    public void Every_decision_has_a_number_of_its_own() =>
        Assert.Distinct(Checkout.Files("src/decisions").Select(f => Path.GetFileName(f)[..4]));

    [Fact]
    public void Every_link_between_papers_leads_somewhere() =>
        Assert.Empty(
            from file in Checkout.Files("src", "tests", "scenarios", "seeds").Append(Path.Combine(Checkout.Root, "README.md"))
            where file.EndsWith(".md", StringComparison.Ordinal)
            from Match link in Link().Matches(File.ReadAllText(file))
            let target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups["to"].Value.Split('#')[0])
            where !Path.Exists(target)
            select $"{Checkout.Named(file)} links to {link.Groups["to"].Value}");

    [Fact]
    public void Every_project_stands_on_the_map()
    {
        var map = File.ReadAllText(Path.Combine(Checkout.Root, "src", "README.md"));
        var projects = Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src"), "NegotiationSim.*").Select(d => Path.GetFileName(d)["NegotiationSim.".Length..]);
        Assert.All(projects, name => Assert.Contains($"| `{name}` |", map, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_names_a_place_on_one_machine() =>
        Assert.Empty(
            from file in Checkout.Files("src", "scenarios", "seeds").Append(Path.Combine(Checkout.Root, "README.md"))
            where Text.Contains(Path.GetExtension(file))
            from Match place in PlaceOnAMachine().Matches(File.ReadAllText(file))
            select $"{Checkout.Named(file)} names {place.Value}");

    private static readonly string[] Text = [".cs", ".razor", ".md", ".csproj", ".props", ".json", ".yaml", ".csv", ".txt", ".css", ".js", ".html"];

    [GeneratedRegex(@"decisions/\d{4}-[a-z0-9-]+\.md")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w./-])/(home|Users|root|tmp|work|mnt)/[\w.]+|[A-Z]:\\Users\\")]
    private static partial Regex PlaceOnAMachine();
}
