using System.Text.Json;

namespace NegotiationSim.Server;

/// <summary>A request's JSON object, read strictly: every fault is noted, each under its member, before anything is refused.</summary>
internal sealed class AskedBody
{
    private readonly Dictionary<string, JsonElement> _members = [];
    private readonly Dictionary<string, List<string>> _faults = [];

    /// <summary>By member, in words; "body" for the whole.</summary>
    public IDictionary<string, string[]> Faults => _faults.ToDictionary(f => f.Key, f => f.Value.ToArray());

    public bool HasFaults => _faults.Count > 0;

    /// <param name="known">The members that may be there.</param>
    public static async Task<AskedBody> Read(HttpRequest request, IReadOnlyList<string> known, CancellationToken cancel)
    {
        var body = new AskedBody();
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false }, cancel);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
            {
                body.Fault("body", "must be a JSON object.");
                return body;
            }
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (known.Contains(member.Name)) body._members[member.Name] = member.Value.Clone();
                else body.Fault(member.Name, $"is not known here; {string.Join(", ", known)} {(known.Count == 1 ? "is" : "are")}.");
            }
        }
        catch (JsonException e)
        {
            body.Fault("body", $"is no JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // Found when a name is asked for, and not while the JSON is read.
            body.Fault("body", "has a name that is no text: its bytes are not UTF-8, or half a character is escaped.");
        }
        return body;
    }

    /// <param name="read">The value, or null when it is not one.</param>
    /// <param name="expected">What it must be, to be said after the member's name.</param>
    /// <returns>Null, with a fault noted, when the member is missing or wrong. When the body as a whole cannot be read, that is fault enough.</returns>
    public T? Required<T>(string member, Func<JsonElement, T?> read, string expected) where T : class
    {
        if (!_members.TryGetValue(member, out var value))
        {
            if (!_faults.ContainsKey("body")) Fault(member, $"is missing; it {expected}.");
            return null;
        }
        T? result;
        try
        {
            result = read(value);
        }
        catch (InvalidOperationException)
        {
            // As with names: text that is no text is found when it is asked for.
            result = null;
        }
        if (result is null) Fault(member, $"{expected}.");
        return result;
    }

    public void Fault(string member, string words)
    {
        if (!_faults.TryGetValue(member, out var all)) _faults.Add(member, all = []);
        all.Add(words);
    }
}
