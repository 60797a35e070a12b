using System.Collections.Immutable;
using HardenBuild.Model.Helm;
using HardenBuild.Model.Helm.Use;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A key of a values file that the chart does not know.</summary>
internal sealed class HelmScenarioUnknownKey() : ChartRule("HB5020", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (!chart.Use.IsKnown)
            yield break;
        var prefix = chart.Folder.Length == 0 ? "" : chart.Folder + "/";
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Values.Files)
            {
                // Files that several charts are installed with hold keys of the others.
                if (scenario.Name != file.Path || !file.Path.StartsWith(prefix, StringComparison.Ordinal))
                    continue;
                foreach (var (path, member) in ValueKeys.Unread(file, chart.Use))
                {
                    if (!IsKnown(chart.Chart.Values, path))
                        yield return Report(member.KeyLocation, string.Join(".", path));
                }
            }
        }
    }

    private static bool IsKnown(GoMap values, ImmutableArray<string> path)
    {
        GoValue value = values;
        foreach (var key in path)
        {
            // An empty map takes any keys.
            if (value is not GoMap { Entries: { Count: > 0 } entries })
                return true;
            if (!entries.TryGetValue(key, out value!))
                return false;
        }

        return true;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmScenarioUnknownKey),
        Title = "Values file sets a key that the chart does not know",
        MessageFormat = "Neither the chart's values nor a template has '{0}', so setting it changes nothing; correct its spelling or place, or remove it",
        Rationale = "Helm ignores keys that it does not know. A setting that protects production and is indented wrongly protects nothing, and nobody is told.",
        WhenToIgnore = "When something outside the chart reads the file.",
        CatalogueSlugs = ["helm-scenario-unknown-key"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("values-production.yaml", "[|replica|]: 3\n") { Beside = [new("values.yaml", "replicas: 1\n"), new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  replicas: {{ .Values.replicas | quote }}\n")] }],
        Fixed = [new("values-production.yaml", "replicas: 3\n") { Beside = [new("values.yaml", "replicas: 1\n"), new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  replicas: {{ .Values.replicas | quote }}\n")] }],
    };
}
