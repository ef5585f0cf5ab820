using BenchmarkDotNet.Attributes;
using NegotiationSim.Journal;

namespace NegotiationSim.Benchmarks;

/// <summary>What it costs to read a room of 10,000 events of 200 bytes and check its chain. Time is per event.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks : IDisposable
{
    private const int Events = 10_000;

    private JournalOnDisk? _disk;

    [GlobalSetup]
    public async Task Open()
    {
        _disk = new JournalOnDisk();
        await _disk.Journal.Append(new AppendRequest("room", 0, "all", [.. Enumerable.Repeat(JournalOnDisk.Event, Events)]));
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _disk?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<Fingerprint> Read()
    {
        var chain = Fingerprint.Empty;
        await foreach (var page in _disk!.Journal.ReadToEnd("room").ConfigureAwait(false)) chain = page.Chain;
        return chain;
    }
}
