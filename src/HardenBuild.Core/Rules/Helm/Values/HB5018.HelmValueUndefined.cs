using HardenBuild.Model.Helm;
using HardenBuild.Model.Helm.Use;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A value that prints nothing.</summary>
internal sealed class HelmValueUndefined() : ChartRule("HB5018", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        // A schema may give it meaning, and a chart without values asks for all of them.
        if (chart.Chart is not { ValuesFile: { } file, SchemaFile: null } || !chart.Use.IsKnown)
            yield break;
        var tested = new ValueTree();
        foreach (var read in chart.Use.Reads)
        {
            if (read.IsTested || read.IsGuarded)
                tested.Add(read.Path.AsSpan());
        }

        var misspelled = new HashSet<Text.SourceLocation>(HelmValueMisspelled.Pairs(chart).Select(static pair => pair.Read.Location));
        var comments = YamlFile.Parse(file.Source).Comments;
        foreach (var read in chart.Use.Undefined())
        {
            if (!tested.Reads(read.Path.AsSpan()) && !misspelled.Contains(read.Location) && !comments.Any(comment => file.Source.Substring(comment.Span).Contains(read.Path[read.Path.Length - 1] + ":", StringComparison.Ordinal)))
                yield return Report(read.Location, string.Join(".", read.Path));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValueUndefined),
        Title = "Template prints a value that nothing defines",
        MessageFormat = "No values file defines '{0}', so the template prints nothing here; define it, or give a default",
        Rationale = "Helm prints an empty text for a value that is absent and says nothing: an image without a tag, a limit without a number.",
        WhenToIgnore = "When everybody who installs the chart gives the value.",
        CatalogueSlugs = ["helm-value-undefined"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(457)],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_ENVIRONMENT: {{ [|.Values.environment|] | quote }}\n") { Beside = [new("values.yaml", "replicas: 1\n")] }],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_ENVIRONMENT: {{ .Values.environment | quote }}\n") { Beside = [new("values.yaml", "environment: Production\n")] }],
    };
}
