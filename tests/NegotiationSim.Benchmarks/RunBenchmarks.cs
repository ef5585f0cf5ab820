using BenchmarkDotNet.Attributes;
using NegotiationSim.Domain;
using NegotiationSim.Simulation;

namespace NegotiationSim.Benchmarks;

/// <summary>A whole negotiation of 193 States without a cluster: forty rounds, the paper, the end. A fold of its record is the least that it could cost.</summary>
[MemoryDiagnoser]
public class RunBenchmarks
{
    private readonly Scenario _scenario = Negotiations.Scenario;
    private readonly NegotiationEvent[] _record = [.. Negotiations.Record];

    [Benchmark]
    public int Run() => Headless.Play(_scenario, Negotiations.Seed, run: 0).Sum(batch => batch.Length);

    [Benchmark(Baseline = true)]
    public Negotiation Fold() => Negotiation.Replay(Negotiation.Unopened, _record);
}
