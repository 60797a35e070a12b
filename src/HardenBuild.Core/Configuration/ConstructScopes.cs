using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Scopes from a list of spans. Of constructs that begin on one line the longest counts.</summary>
/// <remarks>A finding with an empty span, or one that names no construct in <see cref="Finding.LogicalPath"/>, is about the whole file.</remarks>
internal sealed class ConstructScopes : ISuppressionScopes
{
    private readonly Dictionary<int, TextSpan> _byLine = [];

    public ConstructScopes(SourceText source, IEnumerable<TextSpan> constructs)
    {
        foreach (var span in constructs)
        {
            var line = source.GetLineIndex(span.Start);
            if (!_byLine.TryGetValue(line, out var known) || known.Length < span.Length)
                _byLine[line] = span;
        }
    }

    public TextSpan? ScopeStartingAt(int line) => _byLine.TryGetValue(line, out var span) ? span : null;

    public bool IsAboutWholeFile(Finding finding) => finding.Location.Span.IsEmpty || finding.LogicalPath is null;
}
