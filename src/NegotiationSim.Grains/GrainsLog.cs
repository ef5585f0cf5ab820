using Microsoft.Extensions.Logging;
using NegotiationSim.Domain;

namespace NegotiationSim.Grains;

internal static partial class GrainsLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Debug, Message = "Negotiation {Negotiation} is here and stands at position {Position}")]
    public static partial void Activated(ILogger log, string negotiation, long position);

    [LoggerMessage(EventId = 201, Level = LogLevel.Debug, Message = "Negotiation {Negotiation} leaves at position {Position}: {Reason}")]
    public static partial void Deactivated(ILogger log, string negotiation, long position, DeactivationReasonCode reason);

    [LoggerMessage(EventId = 202, Level = LogLevel.Warning, Message = "Negotiation {Negotiation} was taken to be at position {Position} and is at {Found}: this activation ends")]
    public static partial void Stale(ILogger log, string negotiation, long position, long found);

    [LoggerMessage(EventId = 203, Level = LogLevel.Information, Message = "Negotiation {Negotiation} is {Status} at pace {Pace}")]
    public static partial void DeskChanged(ILogger log, string negotiation, RoomStatus status, Pace pace);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "Conducting negotiation {Negotiation} failed at position {Position} and is tried again")]
    public static partial void ConductingFailed(ILogger log, Exception fault, string negotiation, long position);

    [LoggerMessage(EventId = 205, Level = LogLevel.Warning, Message = "The rooms that should be running could not all be woken and are tried again: {Reason}")]
    public static partial void SweepFailed(ILogger log, string reason);
}
