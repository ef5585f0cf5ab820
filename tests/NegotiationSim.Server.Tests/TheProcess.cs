using System.Collections.Immutable;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server.Tests;

/// <summary>Real processes that are killed, stopped and started again.</summary>
public sealed class TheProcess
{
    private const string CouncilReform = "security-council-reform-70";

    /// <summary>Slow enough to be caught midway, and quick enough to be waited for.</summary>
    private static readonly Pace ADayASecond = Pace.TryOf(86_400, out var pace) ? pace : throw new InvalidOperationException();

    [Fact]
    public async Task A_server_that_is_killed_midway_goes_on_by_itself_and_nothing_acknowledged_is_lost()
    {
        using var folder = new AFolder();
        var expected = Expected.Record(CouncilReform, 7);
        OpenReply room;
        (long Position, string Event)[] seen;
        await using (var server = await AServer.Start(folder))
        {
            await using var hub = await server.Connect();
            room = await server.Open(CouncilReform, 7, ADayASecond);
            var watching = hub.Watch(room.Id, 0, room.FacilitatorToken, default).Until(0, page => page.To > expected.Length / 4);
            (await server.Desk(room.Id, "start", room.FacilitatorToken)).EnsureSuccessStatusCode();
            seen = await watching;
            await server.Kill();
        }
        Assert.InRange(seen[^1].Position, expected.Length / 4, expected.Length - 1);

        await using var again = await AServer.Start(folder);
        Assert.InRange((await again.Standing(room.Id)).Position, seen[^1].Position, expected.Length - 1);
        var ended = await again.Ended(room.Id, room.FacilitatorToken);
        var record = (await again.Record(room.Id, room.FacilitatorToken)).Lines.Select(Expected.Text).ToList();

        Assert.Equal(Expected.Fingerprint(expected), ended.Fingerprint);
        Assert.Equal(seen.Select(e => e.Event), record.Take(seen.Length));
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_stops_soon_and_goes_on_at_the_next_start()
    {
        using var folder = new AFolder();
        OpenReply room;
        await using (var server = await AServer.Start(folder))
        {
            await using var hub = await server.Connect();
            room = await server.Run(CouncilReform, 3, ADayASecond);
            var watching = hub.Watch(room.Id, 0, null, default).ToTheEnd(0);
            await hub.Watch(room.Id, 0, null, default).Until(0, page => page.To > 50);

            Assert.Equal(0, await server.Stop());
            AssertQuiet(server);
            await Assert.ThrowsAnyAsync<Exception>(() => watching);
        }

        await using var again = await AServer.Start(folder);
        (await again.Desk(room.Id, "pace", room.FacilitatorToken, """{"pace":"fast"}""")).EnsureSuccessStatusCode();
        Assert.Equal(Expected.Fingerprint(Expected.Record(CouncilReform, 3)), (await again.Ended(room.Id, room.FacilitatorToken)).Fingerprint);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_amid_a_fast_room_makes_no_fuss()
    {
        using var folder = new AFolder();
        await using var server = await AServer.Start(folder);
        await using var hub = await server.Connect();
        foreach (var seed in new ulong[] { 1, 2 })
        {
            var room = await server.Run(CouncilReform, seed, Pace.Fast);
            await hub.Watch(room.Id, 0, null, default).Until(0, page => page.To > 20);
        }

        Assert.Equal(0, await server.Stop());
        AssertQuiet(server);
    }

    [Fact]
    public async Task A_room_whose_desk_was_swept_away_is_listed_as_it_stands()
    {
        using var folder = new AFolder();
        OpenReply room;
        await using (var server = await AServer.Start(folder))
        {
            room = await server.Open(Expected.FirstContact, 3, Pace.Live);
            Assert.Equal(0, await server.Stop());
        }
        using (var host = AJournal(folder))
        {
            await host.StartAsync();
            await host.Services.GetRequiredService<IJournal>().ForgetDesk(room.Id);
            await host.StopAsync();
        }

        await using var again = await AServer.Start(folder);
        var listed = await again.Http.GetFromJsonAsync<ImmutableArray<NegotiationSummary>>(ApiPaths.Negotiations, ProtocolJson.Options);
        Assert.Equal((RoomStatus.Paused, Expected.FirstContact), (Assert.Single(listed).Status, listed[0].Scenario));
        Assert.Equal(RoomStatus.Paused, (await again.Standing(room.Id)).Status);
    }

    [Fact]
    public async Task A_room_that_was_paused_stays_paused_over_a_restart_and_its_token_still_opens()
    {
        using var folder = new AFolder();
        OpenReply room;
        await using (var server = await AServer.Start(folder))
        {
            room = await server.Run(Expected.FirstContact, 3, Pace.Live);
            (await server.Desk(room.Id, "pause", room.FacilitatorToken)).EnsureSuccessStatusCode();
            await server.Kill();
        }

        await using var again = await AServer.Start(folder);
        Assert.Equal(RoomStatus.Paused, (await again.Standing(room.Id)).Desk.Status);
        (await again.Desk(room.Id, "resume", room.FacilitatorToken)).EnsureSuccessStatusCode();
        Assert.Equal(RoomStatus.Running, (await again.Standing(room.Id)).Desk.Status);
    }

    [Fact]
    public async Task Two_servers_on_one_machine_do_not_meet()
    {
        using var here = new AFolder();
        using var there = new AFolder();
        await using var one = await AServer.Start(here);
        await using var two = await AServer.Start(there);

        var room = await one.Run(Expected.FirstContact, 7, Pace.Fast);
        await one.Ended(room.Id);

        Assert.Equal("[]", await two.Http.GetStringAsync(ApiPaths.Negotiations));
    }

    [Fact]
    public async Task A_server_that_cannot_listen_says_so_in_one_line()
    {
        using var folder = new AFolder();
        using var other = new AFolder();
        await using var server = await AServer.Start(folder);

        var (exitCode, said) = await AServer.StartInVain(other, "--urls", server.Address.ToString());

        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_journal_says_so_in_one_line()
    {
        using var folder = new AFolder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "not a folder");

        var (exitCode, said) = await AServer.StartInVain(folder, "--Journal:Folder", file);

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be made", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused_at_the_start()
    {
        using var folder = new AFolder();
        var (exitCode, said) = await AServer.StartInVain(folder, "--Silo:Port", "70000", "--Rooms:LookAfterRoomsEverySeconds", "0");
        Assert.Equal(1, exitCode);
        Assert.Contains("must be 0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static void AssertQuiet(AServer server) => Assert.DoesNotContain("fail:", server.Said, StringComparison.Ordinal);

    private static IHost AJournal(AFolder folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Journal:Folder"] = folder.Path;
        builder.Services.AddJournal(builder.Configuration);
        return builder.Build();
    }
}
