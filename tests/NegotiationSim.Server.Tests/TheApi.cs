using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server.Tests;

/// <summary>The HTTP API: what it gives, and how it refuses.</summary>
public sealed class TheApi(ASharedServer shared) : IClassFixture<ASharedServer>
{
    private readonly AServer _server = shared.Server;

    [Fact]
    public async Task The_scenarios_that_came_with_the_build_are_offered()
    {
        var scenarios = await _server.Http.GetFromJsonAsync<ImmutableArray<ScenarioSummary>>(ApiPaths.Scenarios, ProtocolJson.Options);
        Assert.Equal([Expected.FirstContact, "security-council-reform-70"], scenarios.Select(s => s.Name));
        Assert.Equal([12, 193], scenarios.Select(s => s.States));
        Assert.All(scenarios, s => Assert.NotEmpty(s.Summary.En));
    }

    [Fact]
    public async Task Everyone_may_see_how_a_scenario_opens_and_nobody_its_instructions()
    {
        var lines = (await _server.Http.GetStringAsync(ApiPaths.Opening(Expected.FirstContact))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var events = lines.Select(l => NegotiationJson.Event(System.Text.Encoding.UTF8.GetBytes(l))).ToArray();

        Assert.All(events, e => Assert.IsNotType<InstructionsGiven>(e));
        Assert.Equal(events.Select(e => e.GetType()), events.Select(e => Audience.See(Viewer.Public, e)?.GetType()));
        Assert.Equal(12, events.OfType<OpeningPositionsTaken>().Single().Rows.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Http.GetAsync(new Uri(ApiPaths.Opening("nothing"), UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_room_that_was_opened_and_started_writes_the_headless_record()
    {
        var expected = Expected.Record(Expected.FirstContact, 7);
        var room = await _server.Open(Expected.FirstContact, 7, Pace.Fast);
        var opened = await _server.Standing(room.Id);
        Assert.Equal((RoomStatus.Opened, Pace.Fast, 0, Expected.FirstContact), (opened.Desk.Status, opened.Desk.Pace, opened.Round, opened.Scenario));

        (await _server.Desk(room.Id, "start", room.FacilitatorToken)).EnsureSuccessStatusCode();
        var ended = await _server.Ended(room.Id, room.FacilitatorToken);
        var record = await _server.Record(room.Id, room.FacilitatorToken);

        Assert.Empty(record.Faults);
        Assert.Equal(Expected.Canonical(expected), record.Lines.Select(Expected.Text));
        Assert.Equal(Expected.Fingerprint(expected), record.Chain.ToString());
        Assert.Equal((record.Chain.ToString(), true, expected.LongLength), (ended.Fingerprint, ended.IsWhole, ended.Position));
        Assert.Equal(expected.OfType<MeasuresTaken>().Last().Measures.Round, ended.Measures!.Round);
    }

    [Fact]
    public async Task The_public_gets_an_extract_with_a_chain_of_its_own()
    {
        var room = await _server.Run(Expected.FirstContact, 11, Pace.Fast);
        var ended = await _server.Ended(room.Id);

        var extract = await _server.Record(room.Id);

        Assert.Empty(extract.Faults);
        Assert.Equal(Expected.Public(Expected.Record(Expected.FirstContact, 11)), extract.Lines.Select(l => (l.Position, Expected.Text(l))));
        Assert.Equal((extract.Chain.ToString(), false), (ended.Fingerprint, ended.IsWhole));
        Assert.NotEqual(ended.Fingerprint, (await _server.Standing(room.Id, room.FacilitatorToken)).Fingerprint);
    }

    [Fact]
    public async Task The_list_of_rooms_names_them_with_the_last_written_first()
    {
        var first = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        var second = await _server.Open(Expected.FirstContact, 2, Pace.Live);
        var written = DateTimeOffset.UtcNow;
        Assert.True(SpinWait.SpinUntil(() => DateTimeOffset.UtcNow - written > TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10)), "The wall's clock stands still.");
        (await _server.Desk(first.Id, "start", first.FacilitatorToken)).EnsureSuccessStatusCode();
        await using var hub = await _server.Connect();
        await hub.Watch(first.Id, 0, null, default).Until(0, page => page.Head > 7);

        var rooms = (await _server.Http.GetFromJsonAsync<ImmutableArray<NegotiationSummary>>(ApiPaths.Negotiations, ProtocolJson.Options)).ToList();

        Assert.InRange(rooms.FindIndex(r => r.Id == first.Id), 0, rooms.FindIndex(r => r.Id == second.Id) - 1);
        Assert.Equal((RoomStatus.Running, RoomStatus.Opened), (rooms.Single(r => r.Id == first.Id).Status, rooms.Single(r => r.Id == second.Id).Status));
        Assert.All(rooms, r => Assert.Equal(Expected.FirstContact, r.Scenario));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("pace")]
    public async Task The_desk_needs_the_rooms_own_token(string verb)
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        var other = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        var body = verb == "pace" ? """{"pace":"fast"}""" : null;

        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.Desk(room.Id, verb, token: null, body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _server.Desk(room.Id, verb, other.FacilitatorToken, body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _server.Desk(room.Id, verb, "guessed", body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Desk("nowhere", verb, room.FacilitatorToken, body)).StatusCode);
        Assert.Equal((RoomStatus.Opened, Pace.Live), await DeskOf(room.Id));
    }

    [Fact]
    public async Task What_cannot_be_done_now_is_a_conflict_in_words()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);

        var early = await _server.Desk(room.Id, "pause", room.FacilitatorToken);
        Assert.Equal((HttpStatusCode.Conflict, "The negotiation has not been started."), (early.StatusCode, await Title(early)));

        var over = await _server.Run(Expected.FirstContact, 1, Pace.Fast);
        await _server.Ended(over.Id);
        var late = await _server.Desk(over.Id, "start", over.FacilitatorToken);
        Assert.Equal((HttpStatusCode.Conflict, Refusal.NegotiationIsOver.Fact), (late.StatusCode, await Title(late)));
    }

    [Fact]
    public async Task A_room_is_paused_resumed_and_hurried_over_the_API()
    {
        var room = await _server.Run(Expected.FirstContact, 1, Pace.Live);
        (await _server.Desk(room.Id, "pause", room.FacilitatorToken)).EnsureSuccessStatusCode();
        Assert.Equal((RoomStatus.Paused, Pace.Live), await DeskOf(room.Id));
        (await _server.Desk(room.Id, "pace", room.FacilitatorToken, """{"pace":2.5}""")).EnsureSuccessStatusCode();
        Assert.Equal((RoomStatus.Paused, 2.5), await DeskOf(room.Id) is var (status, pace) ? (status, pace.Rate) : default);
        (await _server.Desk(room.Id, "resume", room.FacilitatorToken)).EnsureSuccessStatusCode();
        var hurried = await _server.Desk(room.Id, "pace", room.FacilitatorToken, """{"pace":"fast"}""");
        Assert.Equal(Pace.Fast, (await hurried.Content.ReadFromJsonAsync<DeskView>(ProtocolJson.Options))!.Pace);

        var ended = await _server.Ended(room.Id, room.FacilitatorToken);
        Assert.Equal(Expected.Fingerprint(Expected.Record(Expected.FirstContact, 1)), ended.Fingerprint);
    }

    [Theory]
    [InlineData("""{"scenario":"first-contact","seed":-1,"pace":"slow","colour":"blue"}""", "colour", "pace", "seed")]
    [InlineData("""{"scenario":"Atlantis","seed":1.5,"pace":0}""", "pace", "scenario", "seed")]
    [InlineData("""{"scenario":7,"seed":"seven","pace":true}""", "pace", "scenario", "seed")]
    [InlineData("""{"scenario":null,"seed":null,"pace":null}""", "pace", "scenario", "seed")]
    [InlineData("""{"scenario":"../first-contact","seed":18446744073709551616,"pace":1e9}""", "pace", "scenario", "seed")]
    [InlineData("""{}""", "pace", "scenario", "seed")]
    [InlineData("""{"scenario":"first-contact","seed":1,"seed":2,"pace":"fast"}""", "body")]
    [InlineData("""{"scenario":"first-contact",""", "body")]
    [InlineData("""["first-contact"]""", "body")]
    [InlineData("", "body")]
    [InlineData("""{"scenario":"\ud800","seed":"\ud800","pace":"\ud800"}""", "pace", "scenario", "seed")]
    [InlineData("""{"scenario":"first-contact","seed":1,"pace":1,"\ud800":1}""", "body")]
    public async Task A_faulty_opening_is_told_all_its_faults_at_once(string body, params string[] faulty)
    {
        var reply = await Post(body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        Assert.Equal(faulty, problem.RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_in_words()
    {
        byte[] noText = [0xff, 0xfe];
        foreach (var body in new byte[][]
        {
            [.. "{\"scenario\":\"first-contact\",\"seed\":1,\"pace\":1,\""u8, .. noText, .. "\":1}"u8],
            [.. "{\"scenario\":\""u8, .. noText, .. "\",\"seed\":1,\"pace\":1}"u8],
        })
        {
            using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
            var reply = await _server.Http.PostAsync(ApiPaths.Negotiations, content);
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task A_large_seed_may_come_as_text()
    {
        var reply = await Post("""{"scenario":"first-contact","seed":"18446744073709551615","pace":"fast"}""");
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        var room = await reply.Content.ReadFromJsonAsync<OpenReply>(ProtocolJson.Options);
        var whole = await _server.Record(room!.Id, room.FacilitatorToken);
        Assert.Contains(whole.Lines, l => NegotiationJson.Event(l.Canonical.Span) is ModelConfigured { Seed: ulong.MaxValue });
    }

    [Theory]
    [InlineData("""{"pace":"warp"}""", "pace")]
    [InlineData("""{"pace":-1}""", "pace")]
    [InlineData("""{}""", "pace")]
    [InlineData("""{"pace":1,"why":"tea"}""", "why")]
    [InlineData("", "body")]
    public async Task A_faulty_pace_is_told_its_faults(string body, string faulty)
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        var reply = await _server.Desk(room.Id, "pace", room.FacilitatorToken, body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty(faulty, out _));
        Assert.Equal((RoomStatus.Opened, Pace.Live), await DeskOf(room.Id));
    }

    [Fact]
    public async Task More_than_anybody_has_reason_to_send_is_refused()
    {
        var reply = await Post($$"""{"scenario":"{{new string('x', 100_000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        Assert.DoesNotContain("BadHttpRequestException", _server.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/negotiations/nowhere")]
    [InlineData("/api/negotiations/nowhere/record")]
    [InlineData("/api/weather")]
    [InlineData("/api/negotiations/nowhere/minutes")]
    [InlineData("/api/negotiations/..%2F..%2Fdata")]
    [InlineData("/api/negotiations/'; DROP TABLE event; --")]
    public async Task What_does_not_exist_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Http.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("GET", "/api/weather", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/api/weather", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/negotiations/nowhere/minutes", HttpStatusCode.NotFound)]
    [InlineData("GET", "/hub/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/health/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/openapi/v2/other", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/negotiations", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/negotiations/nowhere/start", HttpStatusCode.MethodNotAllowed)]
    public async Task The_home_page_does_not_answer_for_what_the_server_does_not_have(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var reply = await _server.Http.SendAsync(request);
        Assert.Equal((expected, "application/problem+json"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        Assert.Equal(expected is HttpStatusCode.MethodNotAllowed, reply.Content.Headers.Allow.Count > 0);
    }

    [Fact]
    public async Task A_wrong_token_is_not_quietly_taken_for_the_public()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        foreach (var path in new[] { ApiPaths.Negotiation(room.Id), ApiPaths.Record(room.Id) })
        {
            using var wrong = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Authorization", "Bearer guessed" } } };
            Assert.Equal(HttpStatusCode.Forbidden, (await _server.Http.SendAsync(wrong)).StatusCode);
            using var other = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Authorization", "Basic dGVh" } } };
            Assert.Equal(HttpStatusCode.Unauthorized, (await _server.Http.SendAsync(other)).StatusCode);
        }
    }

    [Fact]
    public async Task The_document_of_the_API_names_every_path()
    {
        using var document = JsonDocument.Parse(await _server.Http.GetStringAsync("/openapi/v1.json"));
        Assert.Equal(
            [
                "/api/negotiations", "/api/negotiations/{id}", "/api/negotiations/{id}/pace", "/api/negotiations/{id}/pause",
                "/api/negotiations/{id}/record", "/api/negotiations/{id}/resume", "/api/negotiations/{id}/start", "/api/scenarios", "/api/scenarios/{name}/opening",
            ],
            document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name.TrimEnd('/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_answers_and_has_joined_says_so()
    {
        Assert.Equal("Healthy", await _server.Http.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await _server.Http.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task A_request_that_names_another_machine_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ApiPaths.Scenarios) { Headers = { Host = "negotiations.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_rooms_by_a_form()
    {
        var reply = await _server.Http.PostAsync(ApiPaths.Negotiations, new StringContent("""{"scenario":"first-contact","seed":1,"pace":"fast"}""", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.StatusCode);
    }

    [Fact]
    public async Task Browsers_are_told_what_they_may_do()
    {
        var reply = await _server.Http.GetAsync(ApiPaths.Scenarios);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", Header(reply, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline' 'unsafe-eval'", Header(reply, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(reply, "X-Content-Type-Options"));
        Assert.Equal("no-store", Header(reply, "Cache-Control"));
        Assert.False(reply.Headers.Contains("Server"));
    }

    private static string Header(HttpResponseMessage reply, string name) => string.Join(",", reply.Headers.GetValues(name));

    private static async Task<string?> Title(HttpResponseMessage reply)
    {
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("title").GetString();
    }

    private async Task<(RoomStatus Status, Pace Pace)> DeskOf(string id) => (await _server.Standing(id)).Desk is var desk ? (desk.Status, desk.Pace) : default;

    private Task<HttpResponseMessage> Post(string body) =>
        _server.Http.PostAsync(ApiPaths.Negotiations, new StringContent(body, Encoding.UTF8, "application/json"));
}
