using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NegotiationSim.Journal.Tests;

/// <summary>Keeps what was logged: the event's number and the names with their values.</summary>
internal sealed class ALogToReadBack : ILogger<SqliteJournal>
{
    public ConcurrentQueue<(int Id, IReadOnlyDictionary<string, object?> Names)> Entries { get; } = new();

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue((eventId.Id, ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary(n => n.Key, n => n.Value)));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
}
