using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NegotiationSim.Scenarios;

/// <summary>A node of a YAML file that knows where it is written.</summary>
internal abstract record YamlNode(Place Place);

internal sealed record YamlScalar(Place Place, string Text, bool IsQuoted) : YamlNode(Place)
{
    /// <summary>True for nothing at all, ~ and null.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null";
}

internal sealed record YamlSequence(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place);

internal sealed record YamlMapping(Place Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place);

/// <param name="Place">Of the key.</param>
internal sealed record YamlEntry(string Key, Place Place, YamlNode Value);

/// <summary>Reads one YAML document into nodes. Of YAML's many freedoms only those are allowed that a person expects.</summary>
internal sealed class YamlTree
{
    // Deeper than any scenario; keeps a hostile file from exhausting the stack.
    private const int Depth = 32;

    private readonly string _file;
    private readonly SteadyParser _parser;
    private readonly Faults _faults;

    private YamlTree(string file, string text, Faults faults)
    {
        _file = file;
        _parser = new(new Parser(new StringReader(text)));
        _faults = faults;
    }

    /// <summary>The document; null when there is none or when it is not YAML, which is then among the faults.</summary>
    public static YamlNode? Read(string file, string text, Faults faults)
    {
        var tree = new YamlTree(file, text, faults);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            if (TabbedLine(text, e) is { } tabbed)
            {
                faults.Add(new(file, tabbed, ""), "is not YAML: the line is indented with a tab; use spaces");
                return null;
            }
            // What is missing at the end is missed behind the last line.
            var line = Math.Clamp((int)e.Start.Line, 1, 1 + text.AsSpan().TrimEnd().Count('\n'));
            faults.Add(new(file, line, ""), $"is not YAML: {e.Message}");
            return null;
        }
    }

    /// <summary>The line that a tab has spoiled; null when it was something else. The library names where the value began that the tab ends.</summary>
    private static int? TabbedLine(string text, YamlException e)
    {
        var lines = text.Split('\n');
        var last = e.Message.Contains("tab", StringComparison.Ordinal) ? lines.Length : Math.Min(lines.Length, e.End.Line + 1);
        for (var line = Math.Max(1, (int)e.Start.Line); line <= last; line++)
            if (lines[line - 1].TakeWhile(c => c is ' ' or '\t').Contains('\t')) return line;
        return null;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _faults.Add(new(_file, 1, ""), "the file is empty");
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = Node("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second)) _faults.Add(At(second, ""), "a second document begins here; a scenario is one document");
        return root;
    }

    private YamlNode Node(string path, int depth)
    {
        var begins = _parser.Current ?? throw new YamlException("the file ends too early");
        var place = At(begins, path);
        if (depth > Depth) throw new YamlException(begins.Start, begins.End, $"more than {Depth} levels deep");
        if (begins is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias) _faults.Add(place, "uses an anchor or an alias; write the value out");
        else if (begins is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }) _faults.Add(place, "has a tag; write the value without it");

        switch (begins)
        {
            case MappingStart: return Mapping(place, depth);
            case SequenceStart: return Sequence(place, depth);
            case Scalar scalar:
                _parser.MoveNext();
                return new YamlScalar(place, scalar.Value, scalar.Style != ScalarStyle.Plain);
            case AnchorAlias:
                _parser.MoveNext();
                return new YamlScalar(place, "", IsQuoted: false);
            default:
                throw new YamlException(begins.Start, begins.End, "a value is expected here");
        }
    }

    private YamlMapping Mapping(Place place, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar { Value: var key } at) throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key is expected here");
            var keyPlace = At(at, place.Under(key).Member);
            _parser.MoveNext();
            var value = Node(keyPlace.Member, depth + 1);
            if (entries.FirstOrDefault(e => e.Key == key) is { } first)
                _faults.Add(keyPlace, $"is given twice, first in line {first.Place.Line}; keep one");
            else
                entries.Add(new(key, keyPlace, value));
        }
        return new(place, entries.ToImmutable());
    }

    private YamlSequence Sequence(Place place, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node($"{place.Member}[{items.Count}]", depth + 1));
        return new(place, items.ToImmutable());
    }

    private Place At(ParsingEvent e, string path) => new(_file, Math.Max(1, (int)e.Start.Line), path);

    /// <summary>Turns whatever the library throws over a broken text into the one exception that names a line.</summary>
    /// <remarks>Some texts bring its scanner into a state that it reports as a bug of its own rather than as a fault of the text.</remarks>
    private sealed class SteadyParser(Parser parser) : IParser
    {
        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            var before = parser.Current;
            try
            {
                return parser.MoveNext();
            }
            catch (Exception e) when (e is not YamlException)
            {
                throw new YamlException(before?.End ?? Mark.Empty, before?.End ?? Mark.Empty, "something behind this place cannot be understood", e);
            }
        }
    }
}
