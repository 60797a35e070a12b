using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A chart that takes any values.</summary>
internal sealed class HelmSchemaMissing() : ChartRule("HB5048", RuleSeverity.None, RuleSeverity.None)
{
    private const int Many = 10;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (chart.Chart is { SchemaFile: null, Metadata.IsLibrary: false } && Count(chart.Chart.Values) >= Many && ChartYaml.Of(chart)?.FindOwn("name") is { } name)
            yield return Report(name.Value.Location, chart.Chart.Name);
    }

    private static int Count(GoMap values) => values.Entries.Values.Sum(static value => value is GoMap map ? Count(map) : 1);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSchemaMissing),
        Title = "Chart has no schema for its values",
        MessageFormat = "The chart '{0}' takes any values, also misspelt ones; describe them in 'values.schema.json'",
        Rationale = "With a schema Helm refuses a value of the wrong type and, where the schema says so, an unknown one, before anything is installed.",
        WhenToIgnore = "When the chart is installed by the people only who wrote it.",
        CatalogueSlugs = ["helm-schema-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(20)],
        IsAboutAbsence = true,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: [|shop|]\nversion: 1.0.0\n") { Beside = [new("values.yaml", "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\nj: 1\n")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n") { Beside = [new("values.yaml", "replicas: 1\n")] }],
    };
}
