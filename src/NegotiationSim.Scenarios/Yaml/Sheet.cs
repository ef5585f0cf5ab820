using System.Collections;
using System.Collections.Immutable;

namespace NegotiationSim.Scenarios;

/// <summary>A mapping of the format, as written: each property is a member, in camelCase in the file.</summary>
/// <remarks>A property marked required must stand in the file. It is null all the same when what stands there cannot be read,
/// which is then among the faults; so the checks that come later pass over it.</remarks>
internal abstract record Sheet
{
    /// <summary>Where the mapping begins.</summary>
    public Place Place { get; init; }
}

/// <summary>A list as written. What could not be read is left out, and is among the faults.</summary>
internal sealed record Items<T>(ImmutableArray<Placed<T>> Entries, Place Place) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => Entries.Select(e => e.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The word all, or a list.</summary>
/// <param name="Items">Null when it is all.</param>
internal sealed record AllOr<T>(Items<T>? Items, Place Place);

/// <summary>A mapping with keys of the author's own.</summary>
internal sealed record Table<TKey, TValue>(ImmutableArray<(Placed<TKey> Key, TValue Value)> Rows, Place Place);

/// <summary>Names the kinds that a mapping may be of, told apart by its member kind.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class KindAttribute(string word, Type sheet) : Attribute
{
    public string Word { get; } = word;

    public Type Sheet { get; } = sheet;
}
