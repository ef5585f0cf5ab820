using CsCheck;

namespace NegotiationSim.Scenarios.Tests;

/// <summary>Whatever is done to a scenario's file, the reader answers with a scenario or with faults.</summary>
public sealed class AnyMutation
{
    private static readonly string Scenarios = Path.Combine(AppContext.BaseDirectory, "scenarios");
    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    private static readonly string[] Troublesome =
        ["", "{", "}", "[", "]", ":", "- ", "\"", "'", "\n", "\t", "&a ", "*a ", "!x ", "|", ">", "%", "\0", "~", "null", "1e999", "漢"];

    public static TheoryData<string> Names => [.. new ScenarioLibrary().Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_renamed_is_a_fault_in_its_line(string scenario)
    {
        var root = Tree(scenario);
        Sample(Keys(root).ToList(), key =>
        {
            var reading = Read(scenario, Changed(root, key, e => [e with { Key = e.Key + "X", Place = e.Place with { Member = e.Place.Member + "X" } }]));
            Assert.Contains(reading.Faults, f => f.Line == key.Place.Line && f.Member.StartsWith(key.Place.Member, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_removed_is_missed_where_it_belonged_or_was_not_asked_for(string scenario)
    {
        var root = Tree(scenario);
        Sample(Keys(root).ToList(), key =>
        {
            var reading = Read(scenario, Changed(root, key, _ => []));
            if (!reading.IsSound) Assert.NotEmpty(reading.Faults);
            if (reading.Faults.FirstOrDefault(f => f.Member == key.Place.Member) is { } missing) Assert.Contains("is missing", missing.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_given_twice_is_a_fault(string scenario)
    {
        var text = File.ReadAllText(Path.Combine(Scenarios, scenario, ScenarioReader.FileName));
        var faults = new Faults();
        YamlTree.Read("scenario.yaml", text + "\ntitle: Again\n", faults);
        Assert.Contains(faults.InOrder(), f => f.Member == "title" && f.Message.StartsWith("is given twice", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_mangled_in_any_place_is_answered_and_never_thrown_at()
    {
        var text = AScenarioFolder.TextOf("first-contact");
        var mangled =
            from at in Gen.Int[0, text.Length - 1]
            from length in Gen.Int[0, 40]
            from put in Gen.OneOf(Gen.Int[0, Troublesome.Length - 1].Select(i => Troublesome[i]), Gen.String[0, 8])
            select string.Concat(text.AsSpan(0, at), put, text.AsSpan(Math.Min(text.Length, at + length)));
        mangled.Sample(m =>
        {
            var faults = new Faults();
            var reading = ScenarioReader.Read(YamlTree.Read("scenario.yaml", m, faults), Path.Combine(Scenarios, "first-contact"), Seeds, faults);
            Assert.Equal(reading.IsSound, reading.Faults.IsEmpty);
            Assert.All(reading.Faults.Where(f => f.File == "scenario.yaml"), f => Assert.InRange(f.Line, 1, m.Count(c => c == '\n') + 1));
        }, iter: 500);
    }

    private static void Sample(List<YamlEntry> keys, Action<YamlEntry> holds) => Gen.Int[0, keys.Count - 1].Sample(i => holds(keys[i]), iter: 120);

    private static ScenarioReading Read(string scenario, YamlNode root) => ScenarioReader.Read(root, Path.Combine(Scenarios, scenario), Seeds, new Faults());

    private static YamlNode Tree(string scenario) =>
        YamlTree.Read("scenario.yaml", File.ReadAllText(Path.Combine(Scenarios, scenario, ScenarioReader.FileName)), new Faults())!;

    private static IEnumerable<YamlEntry> Keys(YamlNode node) => node switch
    {
        YamlMapping m => m.Entries.SelectMany(e => Keys(e.Value).Prepend(e)),
        YamlSequence s => s.Items.SelectMany(Keys),
        _ => [],
    };

    private static YamlNode Changed(YamlNode node, YamlEntry key, Func<YamlEntry, YamlEntry[]> change) => node switch
    {
        YamlMapping m => m with { Entries = [.. m.Entries.SelectMany(e => ReferenceEquals(e, key) ? change(e) : [e with { Value = Changed(e.Value, key, change) }])] },
        YamlSequence s => s with { Items = [.. s.Items.Select(i => Changed(i, key, change))] },
        _ => node,
    };
}
