using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Web;

/// <summary>What the desk answered: a value, or a refusal in words.</summary>
public sealed record Answer<T>(T? Value, Refusal? Refusal) where T : class;

/// <summary>The HTTP API as the page uses it. A refusal and a lost connection come back in words; nothing here throws for either.</summary>
public sealed class NegotiationApi(HttpClient http)
{
    public static Refusal NoAnswer { get; } = new("NoAnswer", "The server does not answer.", "Nothing is lost. Try again in a moment.");

    public async Task<ImmutableArray<ScenarioSummary>?> Scenarios() => await List<ScenarioSummary>(ApiPaths.Scenarios);

    /// <summary>A scenario's room as everyone sees it before the first meeting; null when it cannot be read now.</summary>
    public async Task<Negotiation?> Opening(string scenario)
    {
        try
        {
            var room = Negotiation.Unopened;
            ReadOnlyMemory<byte> lines = await http.GetByteArrayAsync(ApiPaths.Opening(scenario));
            for (var end = lines.Span.IndexOf((byte)'\n'); end > 0; end = lines.Span.IndexOf((byte)'\n'))
            {
                room = Negotiation.Evolve(room, NegotiationJson.Event(lines.Span[..end]));
                lines = lines[(end + 1)..];
            }
            return room.IsOpened ? room : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    public async Task<ImmutableArray<NegotiationSummary>?> Negotiations() => await List<NegotiationSummary>(ApiPaths.Negotiations);

    public Task<Answer<OpenReply>> Open(OpenRequest request) => Ask<OpenReply>(Post(ApiPaths.Negotiations, request, null));

    public Task<Answer<NegotiationStanding>> Standing(string id) => Ask<NegotiationStanding>(new HttpRequestMessage(HttpMethod.Get, ApiPaths.Negotiation(id)));

    /// <returns>Null when it was done.</returns>
    public Task<Refusal?> Start(string id, string token) => Tell(Post<PaceRequest>(ApiPaths.Desk(id, "start"), null, token));

    /// <returns>Null when it was done.</returns>
    public Task<Refusal?> Pause(string id, string token) => Tell(Post<PaceRequest>(ApiPaths.Desk(id, "pause"), null, token));

    /// <returns>Null when it was done.</returns>
    public Task<Refusal?> Resume(string id, string token) => Tell(Post<PaceRequest>(ApiPaths.Desk(id, "resume"), null, token));

    /// <returns>Null when it was done.</returns>
    public Task<Refusal?> SetPace(string id, string token, Pace pace) => Tell(Post(ApiPaths.Desk(id, "pace"), new PaceRequest(pace), token));

    private async Task<ImmutableArray<T>?> List<T>(string path)
    {
        try
        {
            return await http.GetFromJsonAsync(path, Json<ImmutableArray<T>>());
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private async Task<Refusal?> Tell(HttpRequestMessage request)
    {
        try
        {
            using var reply = await http.SendAsync(request);
            return reply.IsSuccessStatusCode ? null : await Refused(reply);
        }
        catch (HttpRequestException)
        {
            return NoAnswer;
        }
    }

    private async Task<Answer<T>> Ask<T>(HttpRequestMessage request) where T : class
    {
        try
        {
            using var reply = await http.SendAsync(request);
            return reply.IsSuccessStatusCode
                ? new(await reply.Content.ReadFromJsonAsync(Json<T>()), null)
                : new(null, await Refused(reply));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return new(null, NoAnswer);
        }
    }

    private static HttpRequestMessage Post<T>(string path, T? body, string? token) where T : class
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body, Json<T>());
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>The chair's words where the server sent some, ours where it did not.</summary>
    private static async Task<Refusal> Refused(HttpResponseMessage reply)
    {
        try
        {
            using var said = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
            string? Of(params string[] members)
            {
                foreach (var member in members)
                    if (said.RootElement.TryGetProperty(member, out var word) && word.ValueKind is JsonValueKind.String) return word.GetString();
                return null;
            }
            if (said.RootElement.ValueKind is JsonValueKind.Object && Of("fact", "title") is { Length: > 0 } fact)
                return new(Of("code") ?? reply.StatusCode.ToString(), fact, Of("instead", "detail"));
        }
        catch (JsonException)
        {
            // No words came with the refusal.
        }
        return (int)reply.StatusCode switch
        {
            401 => new("NoToken", "Only the browser that opened this room may do that.", "You may watch."),
            403 => new("OtherToken", "This browser's key belongs to another room.", "You may watch."),
            404 => new("NoSuchRoom", "There is no such room.", "The rooms in progress are on the first page."),
            _ => new(reply.StatusCode.ToString(), "The server could not do that.", "Nothing is lost. Try again in a moment."),
        };
    }

    private static JsonTypeInfo<T> Json<T>() => (JsonTypeInfo<T>)ProtocolJson.Options.GetTypeInfo(typeof(T));
}
