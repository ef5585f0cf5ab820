using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

/// <summary>How values of one type are written in a scenario: reads them strictly, and describes them to editors.</summary>
internal abstract class Form
{
    private static readonly ConcurrentDictionary<Type, Form> Forms = new();

    /// <summary>The value; null when it cannot be read, which is then among the faults.</summary>
    public abstract object? Read(YamlNode node, Faults faults);

    /// <summary>The JSON Schema of the form.</summary>
    public abstract JsonObject Describe(SchemaDefinitions definitions);

    /// <summary>The form of a member of a sheet, with its range and its pattern.</summary>
    public static Form Of(PropertyInfo member) =>
        member.GetCustomAttribute<RangeAttribute>() is { } range ? new NumberForm(Inner(member.PropertyType), range) : Of(member.PropertyType);

    public static Form Of(Type type) => Forms.GetOrAdd(type, Make);

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Form Make(Type type)
    {
        if (type == typeof(string)) return new TextForm();
        if (type == typeof(Words)) return new WordsForm();
        if (type == typeof(bool)) return new TruthForm();
        if (type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(RoomTime)) return new TimeForm(type);
        if (type == typeof(ModelParameters)) return new ParametersForm();
        if (type.IsEnum) return new ChoiceForm(type);
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IName<>))) return MakeGeneric(typeof(NameForm<>), type);
        if (type.IsSubclassOf(typeof(Sheet))) return type.IsAbstract ? new KindForm(type) : new SheetForm(type);
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Placed<>)) return MakeGeneric(typeof(PlacedForm<>), type.GetGenericArguments());
            if (definition == typeof(Items<>)) return MakeGeneric(typeof(ItemsForm<>), type.GetGenericArguments());
            if (definition == typeof(AllOr<>)) return MakeGeneric(typeof(AllOrForm<>), type.GetGenericArguments());
            if (definition == typeof(Table<,>)) return MakeGeneric(typeof(TableForm<,>), type.GetGenericArguments());
        }
        throw new NotSupportedException($"The format has no form for {type}.");
    }

    private static Form MakeGeneric(Type form, params Type[] of) => (Form)Activator.CreateInstance(form.MakeGenericType(of))!;

    private static Type Inner(Type type) => type.GetGenericArguments()[0];

    protected static object? Wrong(YamlNode node, Faults faults, string asked)
    {
        var found = node switch
        {
            YamlMapping => "a mapping",
            YamlSequence => "a list",
            YamlScalar { IsNull: true } => "nothing",
            YamlScalar { IsQuoted: true } s => $"the text \"{s.Text}\"",
            YamlScalar s => s.Text,
            _ => "something else",
        };
        faults.Add(node.Place, $"should be {asked}; found {found}");
        return null;
    }
}

/// <summary>A value together with its place.</summary>
internal sealed class PlacedForm<T> : Form
{
    public override object? Read(YamlNode node, Faults faults) => Of(typeof(T)).Read(node, faults) is T value ? new Placed<T>(value, node.Place) : null;

    public override JsonObject Describe(SchemaDefinitions definitions) => Of(typeof(T)).Describe(definitions);
}

/// <summary>A list with at least one entry.</summary>
internal sealed class ItemsForm<T> : Form
{
    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlSequence list) return Wrong(node, faults, "a list");
        if (list.Items.IsEmpty) faults.Add(list.Place, "is an empty list; give at least one entry");
        var form = Of(typeof(T));
        return new Items<T>([.. list.Items.Select(i => (Value: form.Read(i, faults), i.Place)).Where(i => i.Value is T).Select(i => new Placed<T>((T)i.Value!, i.Place))], list.Place);
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = Of(typeof(T)).Describe(definitions),
    };
}

/// <summary>The word all, or a list.</summary>
internal sealed class AllOrForm<T> : Form
{
    public override object? Read(YamlNode node, Faults faults) => node switch
    {
        YamlScalar { Text: "all" } => new AllOr<T>(null, node.Place),
        YamlSequence => new AllOr<T>((Items<T>?)Of(typeof(Items<T>)).Read(node, faults), node.Place),
        _ => Wrong(node, faults, "the word all, or a list"),
    };

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["const"] = "all" }, Of(typeof(Items<T>)).Describe(definitions)),
    };
}

/// <summary>A mapping with keys of the author's own.</summary>
internal sealed class TableForm<TKey, TValue> : Form
{
    public override object? Read(YamlNode node, Faults faults)
    {
        if (node is not YamlMapping mapping) return Wrong(node, faults, "a mapping");
        var (keys, values) = (Of(typeof(TKey)), Of(typeof(TValue)));
        var rows = mapping.Entries
            .Select(e => (Key: keys.Read(new YamlScalar(e.Place, e.Key, IsQuoted: false), faults), e.Place, Value: values.Read(e.Value, faults)))
            .Where(r => r is { Key: TKey, Value: TValue });
        return new Table<TKey, TValue>([.. rows.Select(r => (new Placed<TKey>((TKey)r.Key!, r.Place), (TValue)r.Value!))], mapping.Place);
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = Of(typeof(TKey)).Describe(definitions),
        ["additionalProperties"] = Of(typeof(TValue)).Describe(definitions),
    };
}
