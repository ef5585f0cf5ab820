using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationSim.Scenarios;

/// <summary>The JSON Schema of scenario.yaml, for editors. Drawn from the same types that the reader reads into.</summary>
/// <remarks>A schema cannot know the tables of the seeds or what one member asks of another: the reader refuses more.</remarks>
public static class ScenarioSchema
{
    /// <summary>The schema's file, beside the scenarios' folders.</summary>
    public const string FileName = "scenario.schema.json";

    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson()
    {
        var definitions = new SchemaDefinitions();
        var root = Form.Of(typeof(ScenarioSheet)).Describe(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A scenario of NegotiationSim",
            ["$ref"] = (string)root["$ref"]!,
            ["$defs"] = definitions.ToJson(),
        };
        return schema.ToJsonString(ForPeople).ReplaceLineEndings("\n") + "\n";
    }
}
