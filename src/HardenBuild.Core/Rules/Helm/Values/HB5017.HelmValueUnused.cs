using HardenBuild.Model.Helm;
using HardenBuild.Model.Helm.Use;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A value that changes nothing.</summary>
internal sealed class HelmValueUnused() : ChartRule("HB5017", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (chart.Chart.ValuesFile is not { } file || !chart.Use.IsKnown)
            yield break;
        var misspelled = new HashSet<Text.SourceLocation>(HelmValueMisspelled.Pairs(chart).Select(static pair => pair.Member.KeyLocation));
        foreach (var (path, member) in ValueKeys.Unread(file.Source, chart.Use))
        {
            if (!misspelled.Contains(member.KeyLocation) && !(chart.Use.RunsTexts && member.Value is YamlMapping { Members.IsEmpty: true }))
                yield return Report(member.KeyLocation, string.Join(".", path));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValueUnused),
        Title = "No template reads a value",
        MessageFormat = "No template reads '{0}', so setting it changes nothing; remove it, or use it",
        Rationale = "Whoever sets the value believes in an effect that it does not have: 'readOnlyRootFilesystem: true' in a block that no template reads protects nothing.",
        WhenToIgnore = "When something outside the chart reads the file.",
        CatalogueSlugs = ["helm-value-unused"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("values.yaml", "replicas: 1\n[|podSecurityContext|]:\n  runAsNonRoot: true\n") { Beside = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  replicas: {{ .Values.replicas | quote }}\n")] }],
        Fixed = [new("values.yaml", "replicas: 1\n") { Beside = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  replicas: {{ .Values.replicas | quote }}\n")] }],
    };
}
