namespace NegotiationSim.Journal;

/// <summary>Whether a file should hold every event or may leave some out.</summary>
public enum RecordScope
{
    /// <summary>Positions 1, 2, 3 and so on.</summary>
    Whole,

    /// <summary>Positions rise, and may leap over events that were left out.</summary>
    Extract,
}
