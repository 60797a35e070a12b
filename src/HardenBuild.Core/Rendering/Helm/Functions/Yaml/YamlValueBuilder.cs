using System.Globalization;
using HardenBuild.Rendering.Helm.Functions.Dictionaries;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Syntax.Yaml.Events;
using HardenBuild.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Builds values from the events of a YAML text, without recursion: the text decides how deep they nest.</summary>
internal sealed class YamlValueBuilder(string text, YamlEventReader reader, YamlOrigins? origins)
{
    private const int MaximumDepth = 1_000;

    // go-yaml limits what aliases expand to by a ratio; a flat bound ends the same documents.
    private const int MaximumNodes = 1_000_000;

    private readonly List<YamlFrame> _open = [];
    private readonly Dictionary<string, GoValue> _anchors = new(StringComparer.Ordinal);
    private GoValue? _root;
    private int _nodes;

    /// <summary>Start of the last event.</summary>
    public int Position { get; private set; }

    /// <summary>The finished document, and room for the next one.</summary>
    public GoValue TakeDocument()
    {
        var root = _root ?? GoNil.Null;
        _root = null;
        _open.Clear();
        _anchors.Clear();
        return root;
    }

    public void Add(ParsingEvent current)
    {
        Position = Offset(current.Start.Index);
        switch (current)
        {
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case MappingStart start:
                Open(start, new YamlFrame(new Dictionary<string, GoValue>(StringComparer.Ordinal), null, AnchorOf(start), PathOfNext(), SpanOfNext(start, start.Style == MappingStyle.Flow)));
                break;
            case SequenceStart start:
                Open(start, new YamlFrame(null, [], AnchorOf(start), PathOfNext(), SpanOfNext(start, start.Style == SequenceStyle.Flow)));
                break;
            case MappingEnd or SequenceEnd:
                Close();
                break;
            case AnchorAlias alias:
                AddAlias(alias.Value.Value);
                break;
        }
    }

    private void AddScalar(Scalar scalar)
    {
        var frame = Innermost;
        if (frame is { Map: not null, Key: null, IsMerge: false })
        {
            AddKey(frame, scalar);
            return;
        }

        var value = Resolve(scalar);
        if (origins is not null)
            value = value.WithOrigin(OriginOfScalar(scalar, frame));
        if (AnchorOf(scalar) is { } anchor)
            _anchors[anchor] = value;
        Count(1);
        AddValue(value);
    }

    private void AddKey(YamlFrame frame, Scalar scalar)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        // libyaml wants a key before a colon.
        if (isPlain && scalar.Value.Length == 0 && scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty && !HasQuestionMark(Position))
            throw Error("yaml: did not find expected key");
        if (scalar.Value == "<<" && ((isPlain && scalar.Tag.IsEmpty) || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:merge")))
        {
            frame.IsMerge = true;
            return;
        }

        var key = Resolve(scalar);
        if (key is GoNil)
            throw Error("unsupported map key of type: %!s(<nil>), key: <nil>, value: (interface {})(nil)");
        if (AnchorOf(scalar) is { } anchor)
            _anchors[anchor] = key;
        frame.Key = key is GoString name ? name.Value : KeyText(scalar, key);
        if (origins is not null)
            frame.KeySpan = SpanOfScalar(scalar);
    }

    // A number keeps the digits that float64 cannot hold.
    private static string KeyText(Scalar scalar, GoValue key) =>
        YamlResolver.KeyText(scalar.Tag.IsEmpty && YamlResolver.Resolve(scalar.Value) is GoInteger integer ? integer : key);

    private void Open(NodeEvent start, YamlFrame frame)
    {
        if (Innermost is { Map: not null, Key: null, IsMerge: false })
            throw Error("yaml: invalid map key");
        if (_open.Count == MaximumDepth)
            throw Error("yaml: exceeded max depth of " + MaximumDepth.ToString(CultureInfo.InvariantCulture));
        _ = start;
        _open.Add(frame);
    }

    private void Close()
    {
        var frame = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        var origin = origins?.Of(frame.Span, frame.Path);
        GoValue value = frame.Map is { } map ? new GoMap(map, origin: origin) : new GoList(frame.List!, origin: origin);
        if (frame.Anchor is { } anchor)
            _anchors[anchor] = value;
        Count(1);
        AddValue(value);
    }

    private void AddAlias(string name)
    {
        if (!_anchors.TryGetValue(name, out var value))
        {
            throw Error(_open.Exists(frame => frame.Anchor == name)
                ? "yaml: anchor '" + name + "' value contains itself"
                : "yaml: unknown anchor '" + name + "' referenced");
        }

        if (Innermost is { Map: not null, Key: null, IsMerge: false } frame)
        {
            frame.Key = value is GoString text ? text.Value : value is GoNil or GoMap or GoList ? throw Error("yaml: invalid map key") : YamlResolver.KeyText(value);
            return;
        }

        AddValue(ValueCopy.Of(value, Count));
    }

    private void AddValue(GoValue value)
    {
        if (Innermost is not { } frame)
        {
            _root ??= value;
        }
        else if (frame.List is { } list)
        {
            list.Add(value);
        }
        else if (frame.IsMerge)
        {
            frame.IsMerge = false;
            Merge(frame.Map!, value);
        }
        else
        {
            frame.Map![frame.Key!] = value;
            frame.Key = null;
        }
    }

    // go-yaml 2 sets the merged entries where the key stands: they replace those above and give way to those below.
    private void Merge(Dictionary<string, GoValue> target, GoValue value)
    {
        switch (value)
        {
            case GoMap map:
                foreach (var entry in map.Entries)
                    target[entry.Key] = entry.Value;
                break;
            case GoList list:
                for (var i = list.Items.Count - 1; i >= 0; i--)
                {
                    if (list.Items[i] is not GoMap)
                        throw Error("yaml: map merge requires map or sequence of maps as the value");
                    Merge(target, list.Items[i]);
                }

                break;
            default:
                throw Error("yaml: map merge requires map or sequence of maps as the value");
        }
    }

    private GoValue Resolve(Scalar scalar)
    {
        var value = scalar.Value;
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag.Length == 0)
        {
            return scalar.Style != ScalarStyle.Plain ? new GoString(value) : AsJson(YamlResolver.Resolve(value), value);
        }

        const string Prefix = "tag:yaml.org,2002:";
        var name = tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag.Substring(Prefix.Length) : tag;
        switch (name)
        {
            case "bool" or "int" or "float" or "null":
                return Tagged(name, value);
            case "binary":
                return Encodings.GoBase64.TryDecode(value, out var bytes) ? new GoString(Encodings.GoBytes.ToText(bytes)) : throw Error("yaml: !!binary value contains invalid base64 data");
            default:
                return new GoString(value);
        }
    }

    private GoValue Tagged(string name, string value)
    {
        var resolved = YamlResolver.Resolve(value);
        var found = resolved switch
        {
            GoNil => "null",
            GoBoolean => "bool",
            GoInteger => "int",
            GoFloat => "float",
            _ => "str",
        };
        if (found != name && !(found == "int" && name == "float"))
            throw Error($"yaml: cannot decode !!{found} `{value}` as a !!{name}");
        return AsJson(resolved, value);
    }

    private GoValue AsJson(GoValue? resolved, string value) => resolved switch
    {
        null => new GoString(value),
        GoInteger integer => new GoFloat(integer.Value),
        GoFloat { Value: var number } when double.IsNaN(number) || double.IsInfinity(number) =>
            throw Error("json: unsupported value: " + Numbers.GoNumberText.General(number)),
        _ => resolved,
    };

    private ValueOrigin? OriginOfScalar(Scalar scalar, YamlFrame? frame)
    {
        var path = PathOfNext();
        var span = SpanOfScalar(scalar);
        // A value that is left out has no place of its own.
        if (span.IsEmpty && frame is { Key: not null })
            span = frame.KeySpan;
        return origins!.Of(span, path);
    }

    private TextSpan SpanOfScalar(Scalar scalar)
    {
        var start = Position;
        var end = Math.Max(start, Offset(scalar.End.Index));
        if (!scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty)
        {
            var properties = new YamlProperties(scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value, scalar.Tag.IsEmpty ? null : scalar.Tag.Value);
            start = Math.Min(end, YamlSpans.SkipBlanks(text, YamlSpans.EndOfProperties(text, start, properties)));
        }

        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
            return new TextSpan(start, 0);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            end = YamlBlockScalar.TrimEnd(text, start, end);
        return TextSpan.FromBounds(start, end);
    }

    private TextSpan SpanOfNext(NodeEvent start, bool isFlow)
    {
        if (origins is null)
            return default;
        if (!isFlow && Innermost is { Map: not null, Key: not null } frame)
            return frame.KeySpan;
        var offset = Offset(start.Start.Index);
        var end = offset;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;
        while (end > offset && text[end - 1] is ' ' or '\t')
            end--;
        return TextSpan.FromBounds(offset, end);
    }

    private string PathOfNext()
    {
        if (origins is null || Innermost is not { } frame)
            return "";
        if (frame.List is { } list)
            return frame.Path + "[" + list.Count.ToString(CultureInfo.InvariantCulture) + "]";
        if (frame.Key is not { } key)
            return frame.Path;
        // As --set writes it.
        if (key.Contains('.'))
            key = key.Replace(".", "\\.");
        return frame.Path.Length == 0 ? key : frame.Path + "." + key;
    }

    private void Count(int nodes)
    {
        _nodes += nodes;
        if (_nodes > MaximumNodes)
            throw Error("yaml: document contains excessive aliasing");
    }

    private bool HasQuestionMark(int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t' or '\r' or '\n')
            position--;
        return position > 0 && text[position - 1] == '?';
    }

    private YamlFrame? Innermost => _open.Count == 0 ? null : _open[_open.Count - 1];

    private int Offset(long index) => reader.Offset(index);

    private YamlReadingException Error(string message) => new(message, Position);

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;
}
