using BenchmarkDotNet.Attributes;
using NegotiationSim.Domain;

namespace NegotiationSim.Benchmarks;

/// <summary>The whole record from bytes to a room, as a page or a grain does that comes late. Reading the bytes as events is the limit that folding has above it.</summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private readonly byte[][] _bytes = [.. Negotiations.Record.Select(e => NegotiationJson.Bytes(e))];
    private readonly NegotiationEvent[] _record = [.. Negotiations.Record];

    [Benchmark(Baseline = true)]
    public Negotiation Fold() => Negotiation.Replay(Negotiation.Unopened, _record);

    [Benchmark]
    public int Read() => _bytes.Count(bytes => NegotiationJson.Event(bytes) is not null);

    [Benchmark]
    public Negotiation ReadAndFold() => Negotiation.Replay(Negotiation.Unopened, _bytes.Select(bytes => NegotiationJson.Event(bytes)));
}
