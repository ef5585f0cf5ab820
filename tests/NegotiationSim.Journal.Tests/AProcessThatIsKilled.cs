using System.Diagnostics;
using System.Globalization;

namespace NegotiationSim.Journal.Tests;

public sealed class AProcessThatIsKilled
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed_and_the_journal_opens_again_by_itself()
    {
        using var folder = new ATemporaryFolder();
        var acknowledged = new List<Acknowledgement>();

        for (var run = 1; run <= 3; run++)
        {
            var enough = Random.Shared.Next(50, 1_500);
            acknowledged.AddRange(await WriteUntilKilled(folder.Path, run, enough));

            await using var journal = folder.Open();
            await HoldAgainst(journal, acknowledged, $"run {run}, killed after {enough} acknowledgements");
        }
    }

    private static async Task HoldAgainst(SqliteJournal journal, List<Acknowledgement> acknowledged, string when)
    {
        foreach (var room in acknowledged.GroupBy(a => a.Room))
        {
            // Reading checks the chain from the first event to the last.
            var events = new List<RecordedEvent>();
            await foreach (var page in journal.ReadToEnd(room.Key)) events.AddRange(page.Events);
            var links = new List<Fingerprint> { Fingerprint.Empty };
            foreach (var e in events) links.Add(Chain.Next(links[^1], e.Position, e.Canonical.Span));

            foreach (var promise in room)
            {
                Assert.True(promise.Position < links.Count, $"{promise} is lost ({when})");
                Assert.Equal(promise.Chain, links[(int)promise.Position].ToString());
            }

            var last = room.Last();
            var again = Assert.IsType<AlreadyDone>(await journal.Append(new AppendRequest(last.Room, 0, last.Command, [])));
            Assert.Equal(last.Position, again.Position);
            Assert.Equal("running", (await journal.Desk(room.Key))!.Status);
        }
    }

    private static async Task<List<Acknowledgement>> WriteUntilKilled(string folder, int run, int enough)
    {
        using var writer = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "NegotiationSim.Journal.Writer.dll"), folder, $"run-{run}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = new List<Acknowledgement>();
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            var complaint = writer.StandardError.ReadToEndAsync(patience.Token);
            while (said.Count < enough)
                said.Add(Read(await writer.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException(await complaint)));

            // SIGKILL: the process gets no chance to tidy up.
            writer.Kill();
            var rest = await writer.StandardOutput.ReadToEndAsync(patience.Token);
            said.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read));
            await writer.WaitForExitAsync(patience.Token);
            return said;
        }
        finally
        {
            if (!writer.HasExited) writer.Kill();
        }
    }

    private static Acknowledgement Read(string line) => line.Split(' ') is [var room, var command, var position, var chain]
        ? new(room, command, long.Parse(position, CultureInfo.InvariantCulture), chain)
        : throw new FormatException(line);

    private sealed record Acknowledgement(string Room, string Command, long Position, string Chain);
}
