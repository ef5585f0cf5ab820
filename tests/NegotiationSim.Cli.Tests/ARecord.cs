using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Cli.Tests;

/// <summary>The record of the first scenario with seed 7, and what may be done to it.</summary>
internal static class ARecord
{
    public static ImmutableArray<NegotiationEvent> Events { get; } =
        [.. Headless.Play(new ScenarioLibrary().Open("first-contact")!.Scenario ?? throw new InvalidOperationException("The first scenario has faults."), seed: 7, run: 0).SelectMany(batch => batch)];

    public static byte[] File { get; } = Chained(Events.Select(e => (ReadOnlyMemory<byte>?)NegotiationJson.Bytes(e)));

    /// <summary>A file of these events, each at its place, chained anew; where there is none, it is left out.</summary>
    public static byte[] Chained(IEnumerable<ReadOnlyMemory<byte>?> events)
    {
        var file = new ArrayBufferWriter<byte>();
        var writer = new RecordWriter(file);
        var position = 0;
        foreach (var canonical in events)
        {
            position++;
            if (canonical is { } bytes) writer.Write(position, bytes);
        }
        return file.WrittenSpan.ToArray();
    }

    /// <summary>The same record with one number of one event raised by one, and every chain computed anew.</summary>
    /// <param name="chosen">Any number from 0: picks an event and a number in it.</param>
    public static (byte[] File, int Position) WithANumberRaised(uint chosen)
    {
        var numbers = Events.Select(e => NumbersIn(NegotiationJson.Bytes(e))).ToArray();
        var withNumbers = Enumerable.Range(0, numbers.Length).Where(i => numbers[i].Count > 0).ToArray();
        var index = withNumbers[chosen % (uint)withNumbers.Length];
        var at = numbers[index][(int)(chosen / (uint)withNumbers.Length % (uint)numbers[index].Count)];
        return (Chained(Events.Select((e, i) => (ReadOnlyMemory<byte>?)(i == index ? Raised(NegotiationJson.Bytes(e), at) : NegotiationJson.Bytes(e)))), index + 1);
    }

    private static List<Range> NumbersIn(byte[] canonical)
    {
        var numbers = new List<Range>();
        var json = new Utf8JsonReader(canonical);
        while (json.Read())
            if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out _)) numbers.Add((int)json.TokenStartIndex..((int)json.TokenStartIndex + json.ValueSpan.Length));
        return numbers;
    }

    private static byte[] Raised(byte[] canonical, Range number)
    {
        var raised = long.Parse(canonical.AsSpan(number), provider: null) + 1;
        return [.. canonical[..number.Start], .. Encoding.UTF8.GetBytes($"{raised}"), .. canonical[number.End..]];
    }
}
