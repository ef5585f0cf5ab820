using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <param name="OnBehalfOf">Null when the delegation speaks for its own State.</param>
public sealed record SpeakersListEntry(DelegationId Delegation, GroupId? OnBehalfOf)
{
    /// <summary>Whose voice is heard: the group's, or the State's own.</summary>
    public VoiceId Voice => OnBehalfOf is { } group ? VoiceId.Of(group) : VoiceId.Of(Delegation);
}

/// <summary>Who has the floor.</summary>
/// <param name="Statement">Null until the speaker has begun.</param>
public sealed record FloorHolder(SpeakersListEntry Entry, RoomTime Since, TimeSpan SpeakingTime, StatementMade? Statement);

/// <summary>The kinds of statement, in the order in which a delegation considers them.</summary>
public enum StatementKind
{
    /// <summary>Says again what it has said.</summary>
    Restate,

    /// <summary>Explains a position.</summary>
    Clarify,

    /// <summary>Reports that it has moved.</summary>
    Move,

    /// <summary>Looks for a place between two alternatives.</summary>
    Bridge,

    /// <summary>Brings an alternative of its own.</summary>
    Propose,

    /// <summary>Offers to merge two alternatives.</summary>
    Merge,

    /// <summary>Objects to the text.</summary>
    Object,

    /// <summary>Speaks to procedure.</summary>
    Procedure,
}

/// <summary>Where a voice put itself on a provision.</summary>
/// <param name="Repetition">R: how many consecutive statements of this voice, this one included, said the same and answered nobody, less one.</param>
public sealed record StatedPosition(Position At, int Repetition);

/// <summary>A voice of the room: a State's or a group's.</summary>
/// <remarks>In files the State's ISO3 code, or the group's code behind an ampersand, since a permanent member and its group of one share a code.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(NameConverter<VoiceId>))]
public readonly record struct VoiceId(string Value) : IName<VoiceId>, IComparable<VoiceId>
{
    public static VoiceId Of(string value) => new(value);

    public static VoiceId Of(DelegationId delegation) => new(delegation.Value);

    public static VoiceId Of(GroupId group) => new("&" + group.Value);

    public int CompareTo(VoiceId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
