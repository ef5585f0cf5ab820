namespace NegotiationSim.Journal;

/// <summary>Wall time as every journal keeps it: UTC, whole milliseconds since 1970. Stores then give back what was answered.</summary>
internal static class WallTime
{
    public static DateTimeOffset Now(TimeProvider clock) => From(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
