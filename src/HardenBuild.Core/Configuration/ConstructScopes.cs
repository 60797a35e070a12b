using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Scopes from lists of spans, which are read when a comment asks for them.</summary>
/// <param name="constructs">What a comment above its first line silences as a whole, in any order.</param>
/// <param name="objects">The objects of the file; none lies in another.</param>
/// <remarks>
/// A finding with an empty span, one that names no construct in <see cref="Finding.LogicalPath"/>, and one of a rule with <see cref="RuleMetadata.IsAboutAbsence"/>
/// is about the whole file.
/// </remarks>
internal sealed class ConstructScopes(SourceText source, IEnumerable<TextSpan> constructs, IEnumerable<TextSpan>? objects = null) : ISuppressionScopes
{
    private Dictionary<int, (TextSpan Longest, TextSpan Shortest)>? _byLine;
    private TextSpan[]? _objects;

    private Dictionary<int, (TextSpan Longest, TextSpan Shortest)> ByLine => _byLine ??= Index();

    public TextSpan? ScopeStartingAt(int line) => ByLine.TryGetValue(line, out var spans) ? spans.Longest : null;

    public TextSpan? InstructionStartingAt(int line) => ByLine.TryGetValue(line, out var spans) ? spans.Shortest : null;

    public TextSpan? ObjectAround(int offset)
    {
        _objects ??= [.. (objects ?? []).OrderBy(static span => span.Start)];
        var (low, high) = (0, _objects.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_objects[middle].Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && _objects[low - 1].Contains(offset) ? _objects[low - 1] : null;
    }

    public bool IsAboutWholeFile(Finding finding) => finding.Location.Span.IsEmpty || finding.LogicalPath is null || finding.Rule.Metadata.IsAboutAbsence;

    private Dictionary<int, (TextSpan Longest, TextSpan Shortest)> Index()
    {
        var byLine = new Dictionary<int, (TextSpan Longest, TextSpan Shortest)>();
        foreach (var span in constructs)
        {
            var line = source.GetLineIndex(span.Start);
            byLine[line] = byLine.TryGetValue(line, out var known)
                ? (span.Length > known.Longest.Length ? span : known.Longest, span.Length < known.Shortest.Length ? span : known.Shortest)
                : (span, span);
        }

        return byLine;
    }
}
