using NegotiationSim.Scenarios;

namespace NegotiationSim.Server;

internal static partial class ServerLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "Scenario {Scenario} is not offered: {Fault}")]
    public static partial void ScenarioHasFault(ILogger log, string scenario, ScenarioFault fault);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "Negotiation {Negotiation} was opened on {Scenario} with seed {Seed}")]
    public static partial void RoomOpened(ILogger log, string negotiation, string scenario, ulong seed);

    [LoggerMessage(EventId = 302, Level = LogLevel.Warning, Message = "The relay of negotiation {Negotiation} lost its room at position {Position} and looks for it again: {Reason}")]
    public static partial void RelayLostItsRoom(ILogger log, string negotiation, long position, string reason);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "Negotiation {Negotiation} did not answer, and is asked again: {Reason}")]
    public static partial void AskedAgain(ILogger log, string negotiation, string reason);
}
