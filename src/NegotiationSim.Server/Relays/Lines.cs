using Microsoft.Extensions.Caching.Memory;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>The record of every room as lines, read from the journal in blocks that many late joiners share. Bounded in bytes.</summary>
internal sealed class Lines(IJournal journal) : IDisposable
{
    public const int BlockLength = 256;

    private const long MostBytes = 64L * 1024 * 1024;

    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Lines after a position: the rest of its block, as far as it is recorded.</summary>
    public async Task<IReadOnlyList<Line>> After(string room, long position, CancellationToken cancel)
    {
        var block = position / BlockLength;
        var lines = await Block(room, block, cancel);
        var known = (int)(position - block * BlockLength);
        return known == 0 ? lines : [.. lines.Skip(known)];
    }

    private async Task<IReadOnlyList<Line>> Block(string room, long block, CancellationToken cancel)
    {
        if (_blocks.TryGetValue((room, block), out IReadOnlyList<Line>? kept) && kept is not null) return kept;

        var page = await journal.ReadAfter(room, block * BlockLength, BlockLength, cancel);
        var lines = page.Events.Select(e => new Line(e.Position, e.Canonical.ToArray())).ToArray();
        if (lines.Length == BlockLength) _blocks.Set((room, block), (IReadOnlyList<Line>)lines, new MemoryCacheEntryOptions { Size = lines.Sum(l => l.Size), SlidingExpiration = TimeSpan.FromMinutes(5) });
        return lines;
    }

    public void Dispose() => _blocks.Dispose();
}
