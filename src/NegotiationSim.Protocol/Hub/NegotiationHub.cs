namespace NegotiationSim.Protocol;

/// <summary>What a browser may ask of the hub. The server implements it; the client calls the methods by these names.</summary>
public interface INegotiationHub
{
    const string Path = "/hub/negotiation";

    /// <summary>The record of a room from a position on: what is there, then what comes, without gap or repetition, until the caller cancels.</summary>
    /// <remarks>
    /// The first page comes at once, even when it is empty. A failure that no waiting mends (an unknown room, a wrong token, a position that the
    /// room has not reached) ends the stream with a HubException in words; any other end is a lost connection: connect again and watch from the last To.
    /// </remarks>
    IAsyncEnumerable<EventPage> Watch(WatchRequest? request, CancellationToken cancel);

    /// <summary>Hands in a command. Only the token decides who may; who and when are stamped by the server.</summary>
    /// <remarks>A caller that lost the answer asks again with the same command id: the command is carried out once.</remarks>
    Task<SubmitReply> Submit(SubmitRequest? request);
}

/// <param name="From">The last position that the caller has folded; 0 for the beginning.</param>
/// <param name="Token">The facilitator's token; null to watch as the public.</param>
public sealed record WatchRequest(string? Negotiation, long From, string? Token = null);

/// <param name="Token">The facilitator's token.</param>
/// <param name="CommandId">Chosen by the caller, new for each act: 1 to 100 characters.</param>
/// <param name="Command">The command's JSON. Its "by" and "at" are overwritten at the door.</param>
public sealed record SubmitRequest(string? Negotiation, string? Token, string? CommandId, RawJson? Command)
{
    public static SubmitRequest Of(string negotiation, string token, string commandId, Domain.NegotiationCommand command) =>
        new(negotiation, token, commandId, new RawJson(Domain.NegotiationJson.Bytes(command with { By = Domain.Actor.Facilitator })));
}

/// <param name="Position">Position of the last event that the command led to; where the room stands when it was refused.</param>
/// <param name="Refusal">Null when the command was carried out.</param>
public sealed record SubmitReply(long Position, Domain.Refusal? Refusal = null);
