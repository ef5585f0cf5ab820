using System.Text;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Who a draw is for, as a number that follows from the name alone: FNV-1a, 32 bits, over the name's UTF-8 bytes.</summary>
/// <remarks>Adding a State to a scenario leaves the draws of all others as they were. A permanent member's home group has the code
/// of the State, so a group's name is hashed with a prefix. Two names may share a number, about once in twenty thousand scenarios of
/// 650 names; <see cref="FirstCollision"/> finds such a pair.</remarks>
public static class EntityNumber
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;
    private const string GroupPrefix = "group/";

    public static uint Of(DelegationId delegation) => Hash(Start, delegation.Value);

    public static uint Of(GroupId group) => Hash(Hash(Start, GroupPrefix), group.Value);

    /// <summary>The number of anything else that draws: the co-facilitators, an issue.</summary>
    public static uint Of(string name) => Hash(Start, name);

    /// <summary>The first two, in the order given, that share a number; null when each has its own.</summary>
    /// <param name="others">Whatever else draws by its name.</param>
    public static (string Earlier, string Later)? FirstCollision(
        IEnumerable<DelegationId> delegations, IEnumerable<GroupId> groups, IEnumerable<string> others)
    {
        var numbered = delegations.Select(d => (Name: d.Value, Number: Of(d)))
            .Concat(groups.Select(g => (Name: GroupPrefix + g.Value, Number: Of(g))))
            .Concat(others.Select(o => (Name: o, Number: Of(o))));
        var seen = new Dictionary<uint, string>();
        foreach (var (name, number) in numbered)
        {
            if (!seen.TryAdd(number, name)) return (seen[number], name);
        }
        return null;
    }

    private static uint Hash(uint hash, string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in name.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(bytes);
            for (var i = 0; i < count; i++) hash = unchecked((hash ^ bytes[i]) * Prime);
        }
        return hash;
    }
}
