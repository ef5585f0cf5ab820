using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Scenarios;

/// <summary>Takes what the format asks for. Only a sheet without faults is built from, so nothing asked for is absent.</summary>
internal static class GivenMembers
{
    public static T Given<T>(this Placed<T>? member) => member is null ? throw Absent() : member.Value;

    public static ImmutableArray<T> Given<T>(this Items<T>? items) => items is null ? throw Absent() : [.. items];

    public static TSheet Given<TSheet>(this TSheet? sheet) where TSheet : Sheet => sheet ?? throw Absent();

    private static UnreachableException Absent() => new("A scenario with faults is being built.");
}
