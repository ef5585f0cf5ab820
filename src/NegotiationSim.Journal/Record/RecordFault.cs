using System.Globalization;

namespace NegotiationSim.Journal;

/// <summary>What is wrong with a record that was read, and where.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Position">The position that the line states; null when it states none that can be read.</param>
/// <param name="Member">The member at fault: position, event, chain, a stranger's name, or "line" when the line as a whole is not in order.</param>
/// <param name="Problem">What is wrong, to be read after the member's name.</param>
public sealed record RecordFault(int Line, long? Position, string Member, string Problem)
{
    public override string ToString() => Position is { } position
        ? string.Create(CultureInfo.InvariantCulture, $"line {Line}, position {position}: {Member} {Problem}")
        : string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Member} {Problem}");
}
