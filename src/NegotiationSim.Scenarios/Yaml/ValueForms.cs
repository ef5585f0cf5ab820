using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>Words in one line or several, never empty.</summary>
internal sealed class TextForm : Form
{
    public override object? Read(YamlNode node, Faults faults) =>
        node is YamlScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text) ? scalar.Text.Trim() : Wrong(node, faults, "text");

    public override JsonObject Describe(SchemaDefinitions definitions) => new() { ["type"] = "string", ["minLength"] = 1 };
}

/// <summary>English words, or a mapping of English and Chinese.</summary>
internal sealed class WordsForm : Form
{
    private readonly TextForm _text = new();

    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlMapping mapping) return _text.Read(node, faults) is string text ? new Words(text) : null;

        string? en = null, zh = null;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key == "en") en = (string?)_text.Read(entry.Value, faults);
            else if (entry.Key == "zh") zh = (string?)_text.Read(entry.Value, faults);
            else faults.Add(entry.Place, "is not a language of the format; known here: en, zh. Text with a comma stands between quotation marks");
        }
        if (mapping.Entries.All(e => e.Key != "en")) faults.Add(mapping.Place.Under("en"), "is missing. The words in English");
        return en is null ? null : new Words(en, zh);
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer(typeof(Words), () => new()
    {
        ["description"] = "Words for people: English, or English and Chinese.",
        ["anyOf"] = new JsonArray(
            _text.Describe(definitions),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["en"] = _text.Describe(definitions), ["zh"] = _text.Describe(definitions) },
                ["required"] = new JsonArray("en"),
                ["additionalProperties"] = false,
            }),
    });
}

/// <summary>true or false.</summary>
internal sealed class TruthForm : Form
{
    public override object? Read(YamlNode node, Faults faults) => node switch
    {
        YamlScalar { Text: "true", IsQuoted: false } => true,
        YamlScalar { Text: "false", IsQuoted: false } => false,
        _ => Wrong(node, faults, "true or false"),
    };

    public override JsonObject Describe(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}

/// <summary>A number in its range.</summary>
internal sealed class NumberForm(Type type, double least, double most) : Form
{
    public NumberForm(Type type, RangeAttribute range)
        : this(type, Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture)) =>
        IsPlaced = true;

    /// <summary>True for a member of a sheet, which remembers its place; false for a bare number.</summary>
    private bool IsPlaced { get; }

    private string Asked => string.Create(CultureInfo.InvariantCulture, $"{(type == typeof(int) ? "a whole number" : "a number")} from {least} to {most}");

    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlScalar { IsQuoted: false } scalar) return Wrong(node, faults, Asked);
        if (type == typeof(int))
            return int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole >= least && whole <= most
                ? IsPlaced ? new Placed<int>(whole, node.Place) : whole
                : Wrong(node, faults, Asked);
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(scalar.Text, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? IsPlaced ? new Placed<double>(number, node.Place) : number
            : Wrong(node, faults, Asked);
    }

    public override JsonObject Describe(SchemaDefinitions definitions) =>
        type == typeof(int)
            ? new() { ["type"] = "integer", ["minimum"] = (int)least, ["maximum"] = (int)most }
            : new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };
}

/// <summary>One of the words of an enumeration.</summary>
internal sealed class ChoiceForm(Type type) : Form
{
    private readonly Dictionary<string, object> _words = Enum.GetNames(type).ToDictionary(Camel, n => Enum.Parse(type, n));

    public override object? Read(YamlNode node, Faults faults) =>
        node is YamlScalar scalar && _words.TryGetValue(scalar.Text, out var value) ? value : Wrong(node, faults, $"one of {string.Join(", ", _words.Keys)}");

    public override JsonObject Describe(SchemaDefinitions definitions) => new() { ["enum"] = new JsonArray([.. _words.Keys.Select(w => (JsonNode)w)]) };
}

/// <summary>A day, a time of day, or both.</summary>
internal sealed class TimeForm(Type type) : Form
{
    private string Asked =>
        type == typeof(DateOnly) ? "a day such as 2016-02-03" : type == typeof(TimeOnly) ? "a time of day such as 10:00" : "a day and time such as 2016-02-03T10:00:00";

    public override object? Read(YamlNode node, Faults faults)
    {
        var text = (node as YamlScalar)?.Text;
        if (type == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (type == typeof(TimeOnly) && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        if (type == typeof(RoomTime) && RoomTime.TryParse(text, out var moment)) return moment;
        return Wrong(node, faults, Asked);
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = "string",
        ["pattern"] = type == typeof(DateOnly) ? @"^\d{4}-\d{2}-\d{2}$" : type == typeof(TimeOnly) ? @"^\d{2}:\d{2}$" : @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$",
    };
}

/// <summary>The patterns of names.</summary>
internal static partial class NamePattern
{
    public const string State = "^[A-Z]{3}$";

    public const string Other = "^[A-Za-z0-9][A-Za-z0-9_.-]*$";

    public static bool Fits<TName>(string word) => typeof(TName) == typeof(DelegationId) ? StateRegex().IsMatch(word) : OtherRegex().IsMatch(word);

    public static string Of<TName>() => typeof(TName) == typeof(DelegationId) ? State : Other;

    [GeneratedRegex(@"\A[A-Z]{3}\z")]
    private static partial Regex StateRegex();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]*\z")]
    private static partial Regex OtherRegex();
}

/// <summary>The name of a State, a group, an issue or a provision.</summary>
internal sealed class NameForm<TName> : Form where TName : struct, IName<TName>
{
    public override object? Read(YamlNode node, Faults faults) =>
        node is YamlScalar scalar && NamePattern.Fits<TName>(scalar.Text)
            ? TName.Of(scalar.Text)
            : Wrong(node, faults, typeof(TName) == typeof(DelegationId) ? "three capital letters, such as KEN" : "a name of letters, digits, dots, hyphens and underscores");

    public override JsonObject Describe(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = NamePattern.Of<TName>() };
}
