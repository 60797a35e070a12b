using System.Globalization;
using HardenBuild.Model.Helm;
using HardenBuild.Rules.Helm.Objects;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A version that is a number to YAML.</summary>
internal sealed class HelmChartAppVersionNotString() : ChartRule("HB5027", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (ChartYaml.Of(chart) is not { } root)
            yield break;
        foreach (var key in new[] { "version", "appVersion" })
        {
            if (root[key] is not YamlScalar scalar || PlainType.Of(scalar) is not { } type)
                continue;
            var isKept = long.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == scalar.Value;
            yield return Report(scalar.Location, key, scalar.Value, type) with { AtMost = isKept ? RuleSeverity.Suggestion : RuleSeverity.Error };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmChartAppVersionNotString),
        Title = "Version in Chart.yaml is no text",
        MessageFormat = "The '{0}' {1} is a {2} to YAML, and digits of it may get lost; put it in quotes",
        Rationale = "Version 1.10 becomes 1.1, and 8.0 becomes 8: the chart takes another image than the one that is written.",
        WhenToIgnore = "Never: quotes change nothing else.",
        CatalogueSlugs = ["helm-chart-app-version-not-string"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(704)],
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: [|8.10|]\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: \"8.10\"\n")],
    };
}
