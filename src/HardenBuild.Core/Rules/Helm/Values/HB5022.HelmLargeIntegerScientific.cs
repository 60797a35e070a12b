using HardenBuild.Model.Helm;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A number of the values that is printed with an exponent.</summary>
internal sealed class HelmLargeIntegerScientific() : ChartRule("HB5022", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var seen = new HashSet<SourceLocation>();
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Rendered.Files)
            {
                foreach (var (origin, text) in Printed(file.Text))
                {
                    if (origin.Value is { } value && IsWhole(value.Location) && seen.Add(origin.Place))
                        yield return Report(origin.Place, value.Path, text) with { Related = [new RelatedLocation(value.Location, $"Value of '{value.Path}'")] };
                }
            }
        }
    }

    private static IEnumerable<(TextOrigin Origin, string Text)> Printed(TracedText text)
    {
        for (var at = text.Content.IndexOf("e+", StringComparison.Ordinal); at >= 0; at = text.Content.IndexOf("e+", at + 1, StringComparison.Ordinal))
        {
            var (start, end) = (at, at + 2);
            while (start > 0 && text.Content[start - 1] is (>= '0' and <= '9') or '.')
                start--;
            while (end < text.Content.Length && text.Content[end] is >= '0' and <= '9')
                end++;
            if (start < at && end > at + 2 && text.SegmentAt(start) is { Origin: { IsVerbatim: false } origin })
                yield return (origin, text.Content.Substring(start, end - start));
        }
    }

    private static bool IsWhole(SourceLocation place)
    {
        var written = place.Source.Substring(place.Span);
        return written.Length > 6 && written.All(static c => c is >= '0' and <= '9' or '_');
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmLargeIntegerScientific),
        Title = "Large number of the values is printed with an exponent",
        MessageFormat = "'{0}' is printed as '{1}', because Helm reads all numbers of values as floating point; pipe it through 'int64'",
        Rationale = "A port, an id or a limit of a million and more becomes a text that the program or the API server does not take for a whole number.",
        WhenToIgnore = "Never: write the number in quotes in the values, or convert it.",
        CatalogueSlugs = ["helm-large-integer-scientific"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(681)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  limit: \"{{ [|.Values.limit|] }}\"\n") { Beside = [new("values.yaml", "limit: 12345678\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  limit: \"{{ .Values.limit | int64 }}\"\n") { Beside = [new("values.yaml", "limit: 12345678\n")] }],
    };
}
