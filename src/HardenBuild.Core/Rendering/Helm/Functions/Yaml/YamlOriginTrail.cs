using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Collects which value made each part of a YAML text.</summary>
internal sealed class YamlOriginTrail(FunctionCall call)
{
    private readonly List<TextSegment> _segments = [];
    private readonly TextOrigin _own = call.OriginOf(null);
    private TracedText? _followed;
    private ValueOrigin? _tested;

    /// <summary>All that a collection holds is there because of what was tested for the collection.</summary>
    /// <returns>What <see cref="Leave"/> wants to know.</returns>
    public ValueOrigin? Enter(GoValue collection)
    {
        var outer = _tested;
        if (collection.Origin is { IsSingle: false } origin)
            _tested = ValueOrigin.Join(outer, ValueOrigin.Tested(origin));
        return outer;
    }

    public void Leave(ValueOrigin? outer) => _tested = outer;

    /// <summary>From here on the text is that of a value: its key or dash, and the value itself.</summary>
    public void Mark(int offset, GoValue value, GoValue parent)
    {
        var origin = ValueOrigin.Join(value.Origin ?? parent.Origin, _tested);
        Add(new TextSegment(offset, origin is null ? _own : call.OriginOf(origin), 0));
    }

    /// <summary>Gives the parts of a traced text their own origins; see <see cref="YamlScalarWriter.Copies"/>.</summary>
    public Action<int, int> Follow(TracedText text)
    {
        _followed = text;
        return Copy;
    }

    public TracedText ToText(string content)
    {
        if (content.Length == 0)
            return TracedText.Empty;
        if (_segments.Count == 0 || _segments[0].Start > 0)
            _segments.Insert(0, new TextSegment(0, _own, 0));
        return new TracedText(content, [.. _segments]);
    }

    // The rest of the line is copied, and where lines are folded or escaped the offsets are told again; a segment that ends on the line ends there in the copy too.
    private void Copy(int offset, int valueOffset)
    {
        var segments = _followed!.Segments;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (i + 1 < segments.Length && segments[i + 1].Start <= valueOffset)
                continue;
            var cut = Math.Max(0, valueOffset - segment.Start);
            var start = offset + segment.Start + cut - valueOffset;
            if (_followed.Content.IndexOf('\n', valueOffset, segment.Start + cut - valueOffset) >= 0)
                break;
            Add(new TextSegment(start, segment.Origin, segment.Skipped + cut));
        }
    }

    private void Add(TextSegment segment)
    {
        while (_segments.Count > 0 && _segments[_segments.Count - 1].Start >= segment.Start)
            _segments.RemoveAt(_segments.Count - 1);
        _segments.Add(segment);
    }
}
