using CsCheck;
using NegotiationSim.Domain;

namespace NegotiationSim.Cli.Tests;

public sealed class Replaying : IDisposable
{
    private const int Samples = 20;
    private const int Opening = 7;

    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_replayed_record_has_the_fingerprint_of_its_run()
    {
        var run = await Negsim.Run(_folder.Path, "run", "first-contact", "--seed", "7", "--out", ".");
        var replay = await Negsim.Run(_folder.Path, "replay", "record.jsonl");

        Assert.Equal(0, replay.ExitCode);
        Assert.Equal(run.Fingerprint, replay.Fingerprint);
        Assert.Contains("derived again, and is the same", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_altered_byte_is_noticed() =>
        Gen.Select(Gen.Int[0, ARecord.File.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                var altered = ARecord.File.ToArray();
                altered[at] ^= change;
                var replay = Replay($"byte-{at}-{change}.jsonl", altered);
                return replay.ExitCode == 1 && replay.Out.Contains("line ", StringComparison.Ordinal);
            },
            iter: Samples, threads: 2);

    [Fact]
    public void Any_number_altered_by_somebody_who_knows_how_to_chain_is_noticed_and_named() =>
        Gen.UInt.Sample(
            chosen =>
            {
                var (file, position) = ARecord.WithANumberRaised(chosen);
                var replay = Replay($"number-{chosen}.jsonl", file);
                var (found, member) = Named(replay.Out);
                // What the room opened with is derived from the seed in its midst: another seed shows in the rows before it.
                var isNamed = position <= Opening ? found >= 1 : found >= position;
                return replay.ExitCode == 1 && isNamed && member.StartsWith("event", StringComparison.Ordinal);
            },
            iter: Samples, threads: 2);

    [Fact]
    public async Task A_figure_altered_and_chained_anew_is_named_with_both_its_values()
    {
        var index = ARecord.Events.ToList().FindLastIndex(e => e is MeasuresTaken);
        var measures = ((MeasuresTaken)ARecord.Events[index]).Measures;
        var altered = ARecord.Events.SetItem(index, (MeasuresTaken)ARecord.Events[index] with { Measures = measures with { TrustMean = measures.TrustMean + 1 } });

        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("altered.jsonl", ARecord.Chained(altered.Select(e => (ReadOnlyMemory<byte>?)NegotiationJson.Bytes(e)))));

        Assert.Equal(1, replay.ExitCode);
        Assert.Equal((index + 1, "event.measures.trustMean"), Named(replay.Out));
        Assert.Contains($"recorded: {measures.TrustMean + 1}", replay.Out, StringComparison.Ordinal);
        Assert.Contains($"derived:  {measures.TrustMean}", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_whose_opening_does_not_hang_together_is_told_so()
    {
        var opened = (NegotiationOpened)ARecord.Events[0];
        var altered = ARecord.Events.SetItem(0, opened with { Rules = opened.Rules with { Text = "acclamation" } });

        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("opening.jsonl", ARecord.Chained(altered.Select(e => (ReadOnlyMemory<byte>?)NegotiationJson.Bytes(e)))));

        Assert.Equal(1, replay.ExitCode);
        Assert.Equal("event", Named(replay.Out).Member);
        Assert.Contains("acclamation", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_cut_within_a_line_does_not_hold()
    {
        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("cut.jsonl", ARecord.File.AsSpan(0, ARecord.File.Length * 2 / 3)));

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("the file was cut off", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_ends_early_says_so()
    {
        var end = ARecord.File.AsSpan(0, ARecord.File.Length / 2).LastIndexOf((byte)'\n') + 1;
        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("early.jsonl", ARecord.File.AsSpan(0, end)));

        Assert.Equal(0, replay.ExitCode);
        Assert.Contains("ends before the negotiation does", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_left_out_in_the_middle_does_not_hold()
    {
        var lines = File.ReadAllLines(_folder.Write("whole.jsonl", ARecord.File));
        File.WriteAllText(_folder["gap.jsonl"], string.Concat(lines.Where((_, i) => i != 30).Select(line => line + "\n")));

        var replay = await Negsim.Run(_folder.Path, "replay", "gap.jsonl");

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("line 31, position 32: chain", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_public_may_see_is_chained_and_folded_only()
    {
        var seen = ARecord.Events.Select(e => Audience.See(Viewer.Public, e) is { } s ? NegotiationJson.Bytes(s) : (ReadOnlyMemory<byte>?)null);

        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("public.jsonl", ARecord.Chained(seen)));

        Assert.Equal(0, replay.ExitCode);
        Assert.Contains("chained and folded only, since it is an extract", replay.Out, StringComparison.Ordinal);
        Assert.Equal(64, replay.Fingerprint.Length);
    }

    [Fact]
    public async Task A_record_of_another_version_of_the_model_is_chained_and_folded_only()
    {
        var room = Negotiation.Unopened;
        var events = new List<ReadOnlyMemory<byte>?>();
        foreach (var happened in ARecord.Events)
        {
            var other = happened switch
            {
                ModelConfigured e => e with { Model = "0" },
                RoundAudited e => e with { Digest = NegotiationJson.Digest(room) },
                _ => happened,
            };
            room = Negotiation.Evolve(room, other);
            events.Add(NegotiationJson.Bytes(other));
        }

        var replay = await Negsim.Run(_folder.Path, "replay", _folder.Write("other.jsonl", ARecord.Chained(events)));

        Assert.Equal(0, replay.ExitCode);
        Assert.Contains("chained and folded only, since it was written by version 0 of the model", replay.Out, StringComparison.Ordinal);
    }

    private Answer Replay(string name, byte[] file) => Negsim.Run(_folder.Path, "replay", _folder.Write(name, file)).GetAwaiter().GetResult();

    /// <summary>The position and the member that a replay names first.</summary>
    private static (int Position, string Member) Named(string said)
    {
        var words = said.Split('\n')[0].Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "position");
        return at < 0 ? (0, "") : (int.Parse(words[at + 1].TrimEnd(','), provider: null), words[at + 2]);
    }
}
