using BenchmarkDotNet.Attributes;
using NegotiationSim.Journal;

namespace NegotiationSim.Benchmarks;

/// <summary>What it costs to remember one command of one event of 200 bytes, on disk before the answer. Time is per command.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks : IDisposable
{
    private const int Commands = 4_096;

    private JournalOnDisk? _disk;
    private int _round;

    /// <summary>Rooms that write at the same time, each waiting for its answer before it goes on. With 1, each command has a commit to itself.</summary>
    [Params(1, 16, 256)]
    public int Rooms { get; set; }

    [GlobalSetup]
    public void Open() => _disk = new JournalOnDisk();

    [GlobalCleanup]
    public void Dispose()
    {
        _disk?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Commands)]
    public Task Append()
    {
        var round = ++_round;
        return Task.WhenAll(Enumerable.Range(0, Rooms).Select(number => Fill($"round {round} room {number}")));
    }

    private async Task Fill(string room)
    {
        for (var position = 0; position < Commands / Rooms; position++)
            await _disk!.Journal.Append(new AppendRequest(room, position, $"command {position}", [JournalOnDisk.Event])).ConfigureAwait(false);
    }
}
