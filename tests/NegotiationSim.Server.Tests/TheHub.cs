using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server.Tests;

/// <summary>The hub: everyone who watches sees what they may see, all of it and nothing twice; only the token's bearer acts.</summary>
public sealed class TheHub(ASharedServer shared) : IClassFixture<ASharedServer>
{
    private static readonly Inject News = new("power-cut", RoomTime.Of(new(2000, 1, 1), default), "A power cut", "The interpreters cannot be heard.", []);

    private readonly AServer _server = shared.Server;

    [Fact]
    public async Task Everyone_who_watches_sees_the_same_live_or_late_from_any_position()
    {
        var record = Expected.Record(Expected.FirstContact, 5);
        var all = Expected.Public(record);
        var room = await _server.Open(Expected.FirstContact, 5, Pace.Fast);
        await using var hub = await _server.Connect();
        await using var other = await _server.Connect();
        var early = hub.Watch(room.Id, 0, null, default).ToTheEnd(0);
        var alsoEarly = other.Watch(room.Id, 0, null, default).ToTheEnd(0);

        (await _server.Desk(room.Id, "start", room.FacilitatorToken)).EnsureSuccessStatusCode();
        var midway = hub.Watch(room.Id, 3, null, default).ToTheEnd(3);

        Assert.Equal(all, await early);
        Assert.Equal(all, await alsoEarly);
        Assert.Equal(all.Where(e => e.Position > 3), await midway);
        Assert.Equal(all, await hub.Watch(room.Id, 0, null, default).ToTheEnd(0));
        for (var from = 0L; from <= record.Length; from += 37)
            Assert.Equal(all.Where(e => e.Position > from), await hub.Watch(room.Id, from, null, default).ToTheEnd(from));
    }

    [Fact]
    public async Task The_facilitator_watches_the_whole_record()
    {
        var room = await _server.Run(Expected.FirstContact, 6, Pace.Fast);
        await using var hub = await _server.Connect();

        var seen = await hub.Watch(room.Id, 0, room.FacilitatorToken, default).ToTheEnd(0);

        Assert.Equal(Expected.Canonical(Expected.Record(Expected.FirstContact, 6)), seen.Select(e => e.Event));
    }

    [Fact]
    public async Task What_a_browser_folds_is_what_the_public_may_see_of_the_room()
    {
        var record = Expected.Record(Expected.FirstContact, 8);
        var room = await _server.Run(Expected.FirstContact, 8, Pace.Fast);
        await using var hub = await _server.Connect();

        var seen = await hub.Watch(room.Id, 0, null, default).ToTheEnd(0);
        var folded = Negotiation.Replay(Negotiation.Unopened, seen.Select(e => NegotiationJson.Event(Encoding.UTF8.GetBytes(e.Event))));

        Assert.Equal(
            NegotiationJson.Digest(Audience.View(Viewer.Public, Negotiation.Replay(Negotiation.Unopened, record))),
            NegotiationJson.Digest(folded));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public async Task No_private_event_ever_leaves_to_the_public(ulong seed)
    {
        Assert.Contains(Expected.Record(Expected.FirstContact, seed), e => e is TrustMoved);
        var room = await _server.Open(Expected.FirstContact, seed, Pace.Fast);
        await using var hub = await _server.Connect();
        var live = hub.Watch(room.Id, 0, null, default).ToTheEnd(0);
        (await _server.Desk(room.Id, "start", room.FacilitatorToken)).EnsureSuccessStatusCode();

        AssertPublic((await live).Select(e => e.Event));
        AssertPublic((await hub.Watch(room.Id, 0, null, default).ToTheEnd(0)).Select(e => e.Event));
        AssertPublic((await _server.Record(room.Id)).Lines.Select(Expected.Text));
        Assert.Contains((await _server.Record(room.Id, room.FacilitatorToken)).Lines, l => IsPrivate(Expected.Text(l)));
    }

    [Fact]
    public async Task A_watcher_is_told_how_the_clock_stands_and_when_it_stops()
    {
        var room = await _server.Run(Expected.FirstContact, 9, Pace.Live);
        await using var hub = await _server.Connect();
        var paused = hub.Watch(room.Id, 0, null, default).Until(0, page => page.Desk.Status is RoomStatus.Paused);
        await hub.Watch(room.Id, 0, null, default).Until(0, page => page.Desk is { Status: RoomStatus.Running } desk && desk.Until > desk.Clock);

        (await _server.Desk(room.Id, "pause", room.FacilitatorToken)).EnsureSuccessStatusCode();

        await paused;
    }

    [Fact]
    public async Task Whoever_watches_with_anothers_token_or_a_room_that_is_not_there_is_told_so()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();

        foreach (var (id, from, token, words) in new[]
        {
            ("nowhere", 0L, (string?)null, "There is no such negotiation."),
            (room.Id, 0, "guessed", "The token is not this room's."),
            (room.Id, -1, null, "A record is watched from 0"),
            (room.Id, 1000, null, "none at position 1000"),
        })
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => hub.Watch(id, from, token, default).ToTheEnd(from));
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_bearer_of_the_token_acts()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        var other = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();
        var before = (await _server.Standing(room.Id)).Position;

        foreach (var token in new[] { "", "guessed", other.FacilitatorToken, FacilitatorHash(room.FacilitatorToken) })
            Assert.Equal("NotThisRoomsToken", (await hub.Submit(room.Id, token, "a", new ApplyInject(News))).Refusal?.Code);
        Assert.Equal("NoSuchNegotiation", (await hub.Submit("nowhere", room.FacilitatorToken, "a", new ApplyInject(News))).Refusal?.Code);
        Assert.Equal(before, (await _server.Standing(room.Id)).Position);

        var done = await hub.Submit(room.Id, room.FacilitatorToken, "a", new ApplyInject(News));
        Assert.Equal((null, before + 1), (done.Refusal, done.Position));
    }

    [Fact]
    public async Task Who_and_when_are_stamped_at_the_door()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();
        var forged = NegotiationJson.Bytes(new ApplyInject(News) { By = Actor.CoFacilitators, At = RoomTime.Of(new(2999, 12, 31), default) });

        var done = await hub.InvokeAsync<SubmitReply>("Submit", new SubmitRequest(room.Id, room.FacilitatorToken, "a", new RawJson(forged)));

        var line = (await _server.Record(room.Id, room.FacilitatorToken)).Lines[(int)done.Position - 1];
        var happened = NegotiationJson.Event(line.Canonical.Span);
        Assert.Equal((Actor.Facilitator, (await _server.Standing(room.Id)).Desk.Clock), (happened.By, happened.At));
    }

    [Fact]
    public async Task What_the_model_alone_records_nobody_else_does()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();
        var before = (await _server.Standing(room.Id)).Position;

        foreach (var command in new NegotiationCommand[] { new BeginRound(), new EndRound(true), new CloseNegotiation([]), new TakeUpItem(0, []) })
            Assert.NotNull((await hub.Submit(room.Id, room.FacilitatorToken, Guid.NewGuid().ToString("N"), command)).Refusal);

        Assert.Equal(before, (await _server.Standing(room.Id)).Position);
    }

    [Fact]
    public async Task An_act_that_is_sent_again_is_done_once()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();

        var first = await hub.Submit(room.Id, room.FacilitatorToken, "a", new ApplyInject(News));
        var again = await hub.Submit(room.Id, room.FacilitatorToken, "a", new ApplyInject(News));
        var refused = await hub.Submit(room.Id, room.FacilitatorToken, "b", new ApplyInject(News));

        Assert.Equal(first, again);
        Assert.Equal((Refusal.InjectKnown, first.Position), (refused.Refusal, refused.Position));
    }

    [Theory]
    [InlineData("""{"$t":"blowUp"}""")]
    [InlineData("""{"$t":"openMeeting","loudly":true}""")]
    [InlineData("""{"at":"2016-02-03T10:00:00"}""")]
    [InlineData("""7""")]
    [InlineData("""null""")]
    [InlineData("""{"$t":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task What_is_no_command_is_refused_in_words(string json)
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();
        var reply = await hub.InvokeAsync<SubmitReply>("Submit", new SubmitRequest(room.Id, room.FacilitatorToken, "a", new RawJson(Encoding.UTF8.GetBytes(json))));
        Assert.Equal("NotUnderstood", reply.Refusal?.Code);
    }

    [Fact]
    public async Task What_is_left_out_is_refused_in_words()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();

        foreach (var asked in new[] { "null", "{}", "{\"negotiation\":null}" }.Select(Raw))
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => hub.StreamAsync<EventPage>(nameof(INegotiationHub.Watch), asked).ToTheEnd(0));
            Assert.Contains("There is no such negotiation.", refused.Message, StringComparison.Ordinal);
            Assert.Equal("NoSuchNegotiation", (await hub.InvokeAsync<SubmitReply>(nameof(INegotiationHub.Submit), asked)).Refusal?.Code);
        }

        var (named, shown) = ($"\"negotiation\":\"{room.Id}\"", $"\"token\":\"{room.FacilitatorToken}\"");
        foreach (var (asked, code) in new[]
        {
            ($$"""{{{named}}}""", "NoToken"),
            ($$"""{{{named}},"token":null}""", "NoToken"),
            ($$"""{{{named}},{{shown}}}""", "NoCommandId"),
            ($$"""{{{named}},{{shown}},"commandId":null}""", "NoCommandId"),
            ($$"""{{{named}},{{shown}},"commandId":"a"}""", "NotUnderstood"),
            ($$"""{{{named}},{{shown}},"commandId":"a","command":null}""", "NotUnderstood"),
        })
            Assert.Equal(code, (await hub.InvokeAsync<SubmitReply>(nameof(INegotiationHub.Submit), Raw(asked))).Refusal?.Code);
    }

    [Fact]
    public async Task One_connection_watches_and_acts_at_the_same_time()
    {
        var room = await _server.Open(Expected.FirstContact, 1, Pace.Live);
        await using var hub = await _server.Connect();
        var watched = hub.Watch(room.Id, 0, null, default).Until(0, page => page.Events.Read().Any(e => e.Event is InjectApplied));

        var done = await hub.Submit(room.Id, room.FacilitatorToken, "a", new ApplyInject(News));

        Assert.Equal(done.Position, (await watched)[^1].Position);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_connect() =>
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _server.Connect(origin: "https://elsewhere.example"));

    private static RawJson Raw(string json) => new(Encoding.UTF8.GetBytes(json));

    private static string FacilitatorHash(string token) => Grains.FacilitatorToken.Hash(token);

    private static void AssertPublic(IEnumerable<string> events)
    {
        var all = events.ToList();
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, IsPrivate);
        // Group lines are agreed in front of all, and said to nobody outside the group.
        Assert.All(all.Where(e => e.StartsWith("""{"$t":"groupLinesAgreed""", StringComparison.Ordinal)), e => Assert.EndsWith("\"rows\":{}}", e, StringComparison.Ordinal));
    }

    private static bool IsPrivate(string happened) => Expected.PrivateKinds.Any(kind => happened.StartsWith($"{{\"$t\":\"{kind}\"", StringComparison.Ordinal));
}
