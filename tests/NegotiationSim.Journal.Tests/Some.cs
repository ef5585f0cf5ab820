using System.Text;
using CsCheck;

namespace NegotiationSim.Journal.Tests;

/// <summary>Things to record.</summary>
internal static class Some
{
    /// <summary>An event that says which one it is.</summary>
    public static ReadOnlyMemory<byte> Event(string says) => Encoding.UTF8.GetBytes($$"""{"$t":"StatementMade","text":"{{says}}"}""");

    public static ReadOnlyMemory<byte> Event(int says) => Event($"statement {says}");

    public static ReadOnlyMemory<byte>[] Events(int first, int count) => [.. Enumerable.Range(first, count).Select(Event)];

    /// <summary>Words with quotes, backslashes, braces, spaces and letters beyond ASCII, as JSON escapes them.</summary>
    public static Gen<ReadOnlyMemory<byte>> AnyEvent { get; } =
        Gen.Char["ab {}[]:,\"\\\u00e9\u8bed0"].Array[0, 12].Select(letters =>
        {
            var text = new string(letters);
            var writer = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["$t"] = "Said", ["text"] = text, ["count"] = text.Length });
            return (ReadOnlyMemory<byte>)writer;
        });

    public static string[] Texts(this IEnumerable<RecordedEvent> events) => [.. events.Select(e => Encoding.UTF8.GetString(e.Canonical.Span))];
}
