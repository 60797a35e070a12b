using System.Runtime.InteropServices;
using HardenBuild.Syntax.Yaml.Events;
using HardenBuild.Text;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Builds the nodes of one document after the other from events, without recursion: the text decides how deep they nest.</summary>
internal sealed class YamlTreeBuilder(SourceText source, List<SyntaxError> errors, YamlCommentScanner comments)
{
    private readonly string _text = source.Content;
    private readonly NodeStack _finished = new();
    private readonly List<OpenCollection> _open = [];
    private readonly YamlAnchors _anchors = new();
    private readonly YamlDuplicateKeys _duplicateKeys = new(errors);
    private YamlEventReader? _segment;

    /// <summary>The finished document's root.</summary>
    public YamlNode? Root => _finished.First;

    /// <summary>End of the last finished node or opened bracket: no node starts before it, though the scanner's marks for keys that are left out do.</summary>
    public int Position { get; private set; }

    /// <summary>Where <see cref="Add"/> refused an event.</summary>
    public int ErrorAt { get; private set; }

    /// <summary>The file has reached <see cref="YamlLimits.Nodes"/> and must not be read further.</summary>
    public bool IsFull => Nodes > YamlLimits.Nodes;

    /// <summary>Number of nodes so far, with aliases followed.</summary>
    public int Nodes { get; private set; }

    /// <summary>Offset in the file for a mark of the segment. Marks at the end of the text may lie past it.</summary>
    public int Offset(long mark) => _segment!.Offset(mark);

    /// <param name="segment">What the events are read from.</param>
    public void StartSegment(YamlEventReader segment, int start)
    {
        _segment = segment;
        Position = start;
    }

    /// <param name="position">Offset before which the document has no node.</param>
    public void StartDocument(int position)
    {
        Position = Math.Max(Position, position);
        _finished.Truncate(0);
        _open.Clear();
        _anchors.Clear();
    }

    /// <summary>Takes the document's next event.</summary>
    /// <returns>False at an event that passes a limit; the error is recorded.</returns>
    public bool Add(ParsingEvent current)
    {
        switch (current)
        {
            case Scalar scalar:
                return AddScalar(scalar);
            case MappingStart start:
                return Open(start, isMapping: true, start.Style == MappingStyle.Flow);
            case SequenceStart start:
                return Open(start, isMapping: false, start.Style == SequenceStyle.Flow);
            case MappingEnd or SequenceEnd:
                Close(Offset(current.End.Index));
                return true;
            case AnchorAlias alias:
                return AddAlias(alias);
            default:
                return true;
        }
    }

    private bool AddScalar(Scalar scalar)
    {
        var start = Math.Max(Position, Offset(scalar.Start.Index));
        var end = Math.Max(start, Offset(scalar.End.Index));
        var properties = Properties(scalar);
        if (properties is not null)
            (start, end) = WithoutProperties(scalar, start, end, properties);
        var style = (YamlScalarStyle)(scalar.Style - YamlDotNet.Core.ScalarStyle.Plain);
        comments.ReadTo(start);
        if (style >= YamlScalarStyle.Literal)
        {
            end = YamlBlockScalar.TrimEnd(_text, start, end);
            comments.ReadTo(YamlBlockScalar.HeaderEnd(_text, start));
        }

        comments.Skip(end);
        Position = end;
        return Finish(new YamlScalar(source, TextSpan.FromBounds(start, end), properties, style, scalar.Value), 1);
    }

    private bool AddAlias(AnchorAlias alias)
    {
        var span = TextSpan.FromBounds(Math.Max(Position, Offset(alias.Start.Index)), Math.Max(Position, Offset(alias.End.Index)));
        Position = span.End;
        var name = alias.Value.Value;
        var target = _anchors.Find(name);
        if (target.Node is null && errors.Count < YamlLimits.Errors)
        {
            var isOpen = _open.Exists(collection => collection.Properties?.Anchor == name);
            errors.Add(new SyntaxError(span, isOpen
                ? $"The alias '*{name}' stands inside the node that it names; name a node that ends before it"
                : $"No node before this alias has the anchor '&{name}'; add the anchor or correct the name"));
        }

        return Finish(new YamlAlias(source, span, name, target.Node), Math.Max(1, target.Nodes));
    }

    private bool Open(NodeEvent start, bool isMapping, bool isFlow)
    {
        var offset = Math.Max(Position, Offset(start.Start.Index));
        if (_open.Count == YamlLimits.Depth)
            return Refuse(offset, $"Collections are nested more than {YamlLimits.Depth} deep; documents nested deeper are not read");
        var properties = Properties(start);
        if (properties is not null)
            offset = YamlSpans.EndOfProperties(_text, offset, properties);
        Position = offset;
        offset = YamlSpans.SkipBlanks(_text, offset);
        _open.Add(new OpenCollection(offset, isMapping, isFlow, properties, _finished.Count, Nodes));
        return true;
    }

    private void Close(int end)
    {
        var collection = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        var children = _finished.From(collection.FirstChild);
        var span = YamlSpans.OfCollection(_text, collection, children, end);
        Position = Math.Max(Position, span.End);
        YamlNode node = collection.IsMapping
            ? new YamlMapping(source, span, collection.Properties, collection.IsFlow, ImmutableCollectionsMarshal.AsImmutableArray(ToMembers(children)))
            : new YamlSequence(source, span, collection.Properties, collection.IsFlow, ImmutableCollectionsMarshal.AsImmutableArray(children.ToArray()));
        _finished.Truncate(collection.FirstChild);
        Finish(node, 1, Nodes - collection.NodesBefore + 1);
    }

    private YamlMember[] ToMembers(ReadOnlySpan<YamlNode> children)
    {
        var members = new YamlMember[children.Length / 2];
        for (var i = 0; i < members.Length; i++)
            members[i] = new YamlMember(children[2 * i], children[(2 * i) + 1]);
        _duplicateKeys.Check(members);
        return members;
    }

    private bool Finish(YamlNode node, int added) => Finish(node, added, added);

    private bool Finish(YamlNode node, int added, int size)
    {
        Nodes += added;
        if (IsFull)
            return Refuse(node.Span.Start, $"The file has more than {YamlLimits.Nodes} nodes when its aliases are followed; the rest of it is not read");
        _finished.Push(node);
        if (node.Anchor is { } anchor)
            _anchors.Define(anchor, node, size);
        return true;
    }

    private bool Refuse(int offset, string message)
    {
        errors.Add(new SyntaxError(new TextSpan(offset, Math.Min(1, _text.Length - offset)), message));
        ErrorAt = offset;
        return false;
    }

    private (int Start, int End) WithoutProperties(Scalar scalar, int start, int end, YamlProperties properties)
    {
        var position = YamlSpans.EndOfProperties(_text, start, properties);
        // The mark of a text that is left out lies past what follows it.
        if (scalar is { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "" })
            return (position, position);
        end = Math.Max(position, end);
        return (Math.Min(YamlSpans.SkipBlanks(_text, position), end), end);
    }

    private static YamlProperties? Properties(NodeEvent node) => node.Anchor.IsEmpty && node.Tag.IsEmpty
        ? null
        : new YamlProperties(node.Anchor.IsEmpty ? null : node.Anchor.Value, node.Tag.IsEmpty ? null : node.Tag.Value);
}
