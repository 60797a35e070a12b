using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Scopes from a list of spans.</summary>
/// <remarks>
/// A finding with an empty span, one that names no construct in <see cref="Finding.LogicalPath"/>, and one of a rule with <see cref="RuleMetadata.IsAboutAbsence"/>
/// is about the whole file.
/// </remarks>
internal sealed class ConstructScopes : ISuppressionScopes
{
    private readonly Dictionary<int, (TextSpan Longest, TextSpan Shortest)> _byLine = [];

    public ConstructScopes(SourceText source, IEnumerable<TextSpan> constructs)
    {
        foreach (var span in constructs)
        {
            var line = source.GetLineIndex(span.Start);
            _byLine[line] = _byLine.TryGetValue(line, out var known)
                ? (span.Length > known.Longest.Length ? span : known.Longest, span.Length < known.Shortest.Length ? span : known.Shortest)
                : (span, span);
        }
    }

    public TextSpan? ScopeStartingAt(int line) => _byLine.TryGetValue(line, out var spans) ? spans.Longest : null;

    public TextSpan? InstructionStartingAt(int line) => _byLine.TryGetValue(line, out var spans) ? spans.Shortest : null;

    public bool IsAboutWholeFile(Finding finding) => finding.Location.Span.IsEmpty || finding.LogicalPath is null || finding.Rule.Metadata.IsAboutAbsence;
}
