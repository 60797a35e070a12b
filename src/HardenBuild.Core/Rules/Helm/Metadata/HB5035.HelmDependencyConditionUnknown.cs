using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A switch of a subchart that switches nothing.</summary>
internal sealed class HelmDependencyConditionUnknown() : ChartRule("HB5035", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var (dependency, fields) in ChartFields.Dependencies(chart))
        {
            if (ChartFields.Text(fields, "condition") is not { Value.Length: > 0 } condition)
                continue;
            var subchart = chart.Chart.Subcharts.FirstOrDefault(candidate => candidate.Name == dependency.Name);
            // What the subchart itself defines cannot be told before it is there.
            if (subchart is not null && !condition.Value.Split(',').Any(path => IsSwitch(chart, path.Trim(), dependency, subchart)))
                yield return Report(condition.Location, condition.Value, dependency.EffectiveName);
        }
    }

    private static bool IsSwitch(ChartModel chart, string path, ChartDependency dependency, Chart subchart)
    {
        var parts = path.Split('.');
        return IsBoolean(chart.Chart.Values, parts, 0) || (parts[0] == dependency.EffectiveName && IsBoolean(subchart.Values, parts, 1))
            || chart.Scenarios.Any(scenario => IsBoolean(scenario.Rendered.Values, parts, 0));
    }

    private static bool IsBoolean(GoMap values, string[] parts, int first)
    {
        GoValue? value = values;
        for (var i = first; i < parts.Length; i++)
        {
            if (value is not GoMap map || !map.Entries.TryGetValue(parts[i], out value))
                return false;
        }

        return value is GoBoolean;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDependencyConditionUnknown),
        Title = "Condition of a dependency is no boolean of the values",
        MessageFormat = "No value named by '{0}' is a boolean, so '{1}' is always installed; define the value, or correct the path",
        Rationale = "Helm ignores a condition whose values are absent or no booleans: a part that was meant to be optional runs in every installation.",
        WhenToIgnore = "When the value is only ever given at the installation.",
        CatalogueSlugs = ["helm-dependency-condition-unknown"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(670)],
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n    condition: [|cache.enabled|]\n") { Beside = [new("values.yaml", "redis:\n  enabled: false\n"), new("charts/redis/Chart.yaml", "apiVersion: v2\nname: redis\nversion: 20.1.0\n")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n    condition: redis.enabled\n") { Beside = [new("values.yaml", "redis:\n  enabled: false\n"), new("charts/redis/Chart.yaml", "apiVersion: v2\nname: redis\nversion: 20.1.0\n")] }],
    };
}
