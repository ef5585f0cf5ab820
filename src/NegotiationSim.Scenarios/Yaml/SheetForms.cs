using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>A mapping whose members are the properties of a sheet: no others, none twice, none of the required missing.</summary>
internal sealed class SheetForm : Form
{
    private readonly Type _sheet;
    private readonly ImmutableArray<Member> _members;

    public SheetForm(Type sheet)
    {
        _sheet = sheet;
        // What is inherited comes first, in the file's order of speaking.
        _members = [.. sheet.GetProperties()
            .Where(p => p.Name is not nameof(Sheet.Place) and not "EqualityContract")
            .OrderBy(p => p.DeclaringType == sheet)
            .Select(p => new Member(Camel(p.Name), p, p.IsDefined(typeof(RequiredMemberAttribute)), p.GetCustomAttribute<DescriptionAttribute>()!.Description))];
    }

    /// <summary>The word of the member kind; null where there is only one kind.</summary>
    public string? Kind { get; init; }

    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlMapping mapping) return Wrong(node, faults, "a mapping with members");
        var sheet = Activator.CreateInstance(_sheet)!;
        _sheet.GetProperty(nameof(Sheet.Place))!.SetValue(sheet, mapping.Place);
        var known = _members.Select(m => m.Name).Concat(Kind is null ? [] : ["kind"]);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key == "kind" && Kind is not null) continue;
            if (_members.FirstOrDefault(m => m.Name == entry.Key) is { } member)
                member.Property.SetValue(sheet, Of(member.Property).Read(entry.Value, faults));
            else
                faults.Add(entry.Place, $"is not a member of the format{Nearest.Hint(entry.Key, known.Except(mapping.Entries.Select(e => e.Key)))}");
        }
        foreach (var missing in _members.Where(m => m.IsRequired && mapping.Entries.All(e => e.Key != m.Name)))
            faults.Add(mapping.Place.Under(missing.Name), $"is missing. {missing.Description}");
        return sheet;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer(_sheet, () =>
    {
        var properties = new JsonObject();
        if (Kind is not null) properties["kind"] = new JsonObject { ["const"] = Kind };
        foreach (var member in _members)
        {
            var schema = Of(member.Property).Describe(definitions);
            // A reference and a description may stand side by side.
            schema["description"] = member.Description;
            properties[member.Name] = schema;
        }
        var required = _members.Where(m => m.IsRequired).Select(m => m.Name);
        return new()
        {
            ["type"] = "object",
            ["description"] = _sheet.GetCustomAttribute<DescriptionAttribute>()!.Description,
            ["properties"] = properties,
            ["required"] = new JsonArray([.. (Kind is null ? required : required.Prepend("kind")).Select(r => (JsonNode)r)]),
            ["additionalProperties"] = false,
        };
    });

    private sealed record Member(string Name, PropertyInfo Property, bool IsRequired, string Description);
}

/// <summary>A mapping of one of several kinds, told apart by its member kind.</summary>
internal sealed class KindForm(Type sheet) : Form
{
    private readonly ImmutableArray<(string Word, SheetForm Form)> _kinds =
        [.. sheet.GetCustomAttributes<KindAttribute>().OrderBy(k => k.Word, StringComparer.Ordinal).Select(k => (k.Word, new SheetForm(k.Sheet) { Kind = k.Word }))];

    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlMapping mapping) return Wrong(node, faults, "a mapping with members");
        var words = _kinds.Select(k => k.Word).ToList();
        if (mapping.Entries.FirstOrDefault(e => e.Key == "kind") is not { } kind)
        {
            faults.Add(mapping.Place.Under("kind"), $"is missing. One of: {string.Join(", ", words)}");
            return null;
        }
        if (kind.Value is YamlScalar { Text: var word } && words.Contains(word)) return _kinds.Single(k => k.Word == word).Form.Read(node, faults);
        return Wrong(kind.Value, faults, $"one of {string.Join(", ", words)}");
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["oneOf"] = new JsonArray([.. _kinds.Select(k => (JsonNode)k.Form.Describe(definitions))]),
    };
}

/// <summary>The parameters of the model: any of them, by name. Those that are not given keep their defaults.</summary>
internal sealed class ParametersForm : Form
{
    private static readonly ImmutableArray<PropertyInfo> Parameters =
        [.. typeof(ModelParameters).GetProperties().Where(p => p.CanWrite && p.Name != "EqualityContract")];

    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlMapping mapping) return Wrong(node, faults, "a mapping of parameters of the model");
        var parameters = new ModelParameters();
        foreach (var entry in mapping.Entries)
        {
            if (Parameters.FirstOrDefault(p => Camel(p.Name) == entry.Key) is not { } parameter)
                faults.Add(entry.Place, $"is not a parameter of the model{Nearest.Hint(entry.Key, Parameters.Select(p => Camel(p.Name)))}");
            else if (entry.Value is YamlScalar { IsNull: true } && Nullable.GetUnderlyingType(parameter.PropertyType) is not null)
                parameter.SetValue(parameters, null);
            else if (NumberOf(parameter).Read(entry.Value, faults) is { } number)
                parameter.SetValue(parameters, InItsType(parameter, number));
        }
        return parameters;
    }

    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var parameter in Parameters)
        {
            var schema = NumberOf(parameter).Describe(definitions);
            if (Nullable.GetUnderlyingType(parameter.PropertyType) is not null) schema["type"] = new JsonArray((string)schema["type"]!, "null");
            properties[Camel(parameter.Name)] = schema;
        }
        return new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    // Exponents end where the house's Power ends; shares are shares; counts begin at 1.
    private static NumberForm NumberOf(PropertyInfo parameter) => (Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType) switch
    {
        var t when t == typeof(Position) || t == typeof(Weight) => new NumberForm(typeof(double), 0, 1),
        var t when t == typeof(double) => new NumberForm(typeof(double), 0, parameter.Name.EndsWith("Exponent", StringComparison.Ordinal) ? 64 : 1_000),
        _ when parameter.Name.EndsWith("BasisPoints", StringComparison.Ordinal) => new NumberForm(typeof(int), 0, 10_000),
        _ => new NumberForm(typeof(int), 1, 1_000),
    };

    private static object InItsType(PropertyInfo parameter, object number) =>
        parameter.PropertyType == typeof(Position) ? Position.FromShare((double)number)
        : parameter.PropertyType == typeof(Weight) ? Weight.FromShare((double)number)
        : number;
}
