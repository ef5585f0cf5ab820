using Orleans.Concurrency;

namespace NegotiationSim.Grains;

/// <summary>One room, named by its key: takes commands one at a time, decides, remembers. It calls no other grain.</summary>
[Alias("NegotiationSim.INegotiationGrain")]
public interface INegotiationGrain : IGrainWithStringKey
{
    /// <summary>Records the opening. Asking again with the same opening is harmless.</summary>
    [Alias("Open")]
    Task<Submitted> Open(OpenRoom request);

    /// <summary>Answers after the commit.</summary>
    /// <exception cref="StaleRoomException">Another activation has written; ask again with the same command id.</exception>
    [Alias("Submit")]
    Task<Submitted> Submit(SubmitCommand request);

    /// <summary>The record from a position on; waits for news when there is none.</summary>
    [Alias("ReadAfter"), AlwaysInterleave]
    Task<RecordPage> ReadAfter(ReadOn request);

    [Alias("Desk"), AlwaysInterleave]
    Task<DeskState> Desk();

    /// <summary>Whether the token is this room's.</summary>
    [Alias("Admits"), AlwaysInterleave]
    Task<bool> Admits(Knock knock);

    /// <summary>Sets the clock of an opened room going. Harmless when it goes.</summary>
    [Alias("Start")]
    Task<DeskReply> Start();

    /// <summary>Stops the clock. Harmless when it stands.</summary>
    [Alias("Pause")]
    Task<DeskReply> Pause();

    /// <summary>Lets the clock of a paused room go on with what was left of the waiting. Harmless when it goes.</summary>
    [Alias("Resume")]
    Task<DeskReply> Resume();

    [Alias("SetPace")]
    Task<DeskReply> SetPace(SetPace request);

    /// <summary>Tells the clock how far it may run. Without effect when the room is not where the conductor believes.</summary>
    [Alias("RunClock")]
    Task<DeskState> RunClock(RunClock request);
}
