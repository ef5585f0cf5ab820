using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>What of a recorded event a viewer may see, as canonical bytes.</summary>
internal static class Extract
{
    /// <returns>Null when the event is not for this viewer.</returns>
    public static ReadOnlyMemory<byte>? See(Viewer viewer, RecordedEvent recorded)
    {
        if (viewer.IsFacilitator) return recorded.Canonical;
        var happened = NegotiationJson.Event(recorded.Canonical.Span);
        var seen = Audience.See(viewer, happened);
        if (seen is null) return null;
        return ReferenceEquals(seen, happened) ? recorded.Canonical : NegotiationJson.Bytes(seen);
    }
}
