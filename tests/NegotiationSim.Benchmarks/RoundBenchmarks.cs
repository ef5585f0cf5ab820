using BenchmarkDotNet.Attributes;
using NegotiationSim.Domain;
using NegotiationSim.Simulation;

namespace NegotiationSim.Benchmarks;

/// <summary>The twentieth round, from its beginning to its digests: twenty statements, 193 delegations reflecting on what they heard, the text, trust and measures.</summary>
[MemoryDiagnoser]
public class RoundBenchmarks
{
    private const int Measured = 20;

    private Negotiation _before = Negotiation.Unopened;

    [GlobalSetup]
    public void Open()
    {
        var events = Negotiations.Record.TakeWhile(e => e is not RoundBegun { Number: Measured });
        _before = Negotiation.Replay(Negotiation.Unopened, events);
    }

    [Benchmark(Baseline = true)]
    public Negotiation Round()
    {
        var room = _before;
        foreach (var batch in Headless.GoOn(_before))
        {
            room = Negotiation.Replay(room, batch);
            if (batch[0] is RoundEnded) break;
        }
        return room;
    }

    /// <summary>What of it goes into the two digests at its end.</summary>
    [Benchmark]
    public (string, string) Digests() => (NegotiationJson.Digest(Audience.View(Viewer.Public, _before)), NegotiationJson.Digest(_before));
}
