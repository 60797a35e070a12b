using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A format that does not fit what it formats.</summary>
internal sealed class HelmPrintfTypeMismatch() : ChartRule("HB5023", RuleSeverity.Error, RuleSeverity.Error)
{
    private const int LongestNoise = 60;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var seen = new HashSet<SourceLocation>();
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Rendered.Files)
            {
                foreach (var (place, noise) in Noise(file.Text))
                {
                    if (TemplateActions.Find(chart.Chart.Parsed.Files, place) is { } action && FormatOf(action) is { } format && seen.Add(format.LocationIn(place.Source)))
                        yield return Report(format.LocationIn(place.Source), format.Text, noise) with { OnlyWith = scenario.IsDefault ? [] : [scenario.Name], AtMost = scenario.IsTrial ? RuleSeverity.Suggestion : RuleSeverity.Error };
                }
            }
        }
    }

    /// <summary>What Go prints where a verb and its argument do not fit: <c>%!d(float64=1)</c>, <c>%!s(MISSING)</c>, <c>%!(EXTRA int=1)</c>.</summary>
    /// <remarks>Go, package fmt, "Format errors".</remarks>
    private static IEnumerable<(SourceLocation Place, string Noise)> Noise(TracedText text)
    {
        for (var at = text.Content.IndexOf("%!", StringComparison.Ordinal); at >= 0; at = text.Content.IndexOf("%!", at + 1, StringComparison.Ordinal))
        {
            var open = at + 2;
            if (open < text.Content.Length && text.Content[open] != '(')
                open++;
            var close = open < text.Content.Length && text.Content[open] == '(' ? text.Content.IndexOf(')', open, Math.Min(LongestNoise, text.Content.Length - open)) : -1;
            if (close > 0 && text.SegmentAt(at) is { Origin: { IsVerbatim: false } origin })
                yield return (origin.Place, text.Content.Substring(at, close + 1 - at));
        }
    }

    private static StringNode? FormatOf(GoTemplateNode action)
    {
        foreach (var node in TemplateWalk.Nodes(action))
        {
            if (node is CommandNode { Words: [FunctionNode { Name: "printf" }, StringNode format, ..] })
                return format;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmPrintfTypeMismatch),
        Title = "Format of printf does not fit its arguments",
        MessageFormat = "The format '{0}' does not fit its arguments and prints '{1}'; convert the argument, or correct the format",
        Rationale = "Go prints such a complaint in place of the value and goes on. All numbers of values are floating point to Helm, so that '%d' never fits one.",
        WhenToIgnore = "Never: the text is wrong.",
        CatalogueSlugs = ["helm-printf-type-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(686)],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_URLS: {{ printf [|\"http://+:%d\"|] .Values.port | quote }}\n") { Beside = [new("values.yaml", "port: 8080\n")] }],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_URLS: {{ printf \"http://+:%d\" (int .Values.port) | quote }}\n") { Beside = [new("values.yaml", "port: 8080\n")] }],
    };
}
