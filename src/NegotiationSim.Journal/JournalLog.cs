using Microsoft.Extensions.Logging;

namespace NegotiationSim.Journal;

internal static partial class JournalLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Debug, Message = "Negotiation {Negotiation} recorded {Count} events and stands at position {Position}")]
    public static partial void Appended(ILogger log, string negotiation, int count, long position);

    [LoggerMessage(EventId = 101, Level = LogLevel.Debug, Message = "Negotiation {Negotiation} had recorded command {Command} before")]
    public static partial void AlreadyDone(ILogger log, string negotiation, string command);

    [LoggerMessage(EventId = 102, Level = LogLevel.Information, Message = "Negotiation {Negotiation} was expected at position {Expected} and stands at {Position}: refused")]
    public static partial void Conflicted(ILogger log, string negotiation, long expected, long position);

    [LoggerMessage(EventId = 103, Level = LogLevel.Trace, Message = "{Count} commands committed together in {Elapsed}")]
    public static partial void Committed(ILogger log, int count, TimeSpan elapsed);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "The journal {File} could not commit {Count} commands")]
    public static partial void CommitFailed(ILogger log, Exception fault, string file, int count);

    [LoggerMessage(EventId = 105, Level = LogLevel.Information, Message = "The journal {File} is open")]
    public static partial void Opened(ILogger log, string file);

    [LoggerMessage(EventId = 106, Level = LogLevel.Information, Message = "The journal {File} is closed")]
    public static partial void Closed(ILogger log, string file);
}
