using System.Collections.Immutable;
using HardenBuild.Model.Helm;
using HardenBuild.Model.Helm.Schema;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>Values that the chart's own schema refuses.</summary>
internal sealed class HelmSchemaContradictsDefaults() : ChartRule("HB5049", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (chart.Chart.SchemaFile is not { } file)
            yield break;
        var reading = YamlValueReader.ReadFile(file.Source);
        if (reading.Error is not null || reading.Value is not GoMap schema)
        {
            yield return Report(file.Source.At(new TextSpan(Math.Min(reading.ErrorAt, file.Source.Length), 0)), "values.schema.json", "the schema is no JSON object");
            yield break;
        }

        var seen = new HashSet<(SourceLocation, SourceLocation?)>();
        foreach (var scenario in chart.Scenarios)
        {
            // What cannot be put together is told as such.
            if (scenario.Rendered.Errors.Any(static error => error.Kind is ChartErrorKind.Values or ChartErrorKind.Unreadable))
                continue;
            foreach (var failure in SchemaCheck.Run(schema, scenario.Rendered.Values))
            {
                var place = PlaceOf(failure, chart, scenario);
                if (seen.Add((place, failure.Keyword.Origin?.Location)))
                    yield return Report(failure, place, scenario);
            }
        }
    }

    private Finding Report(SchemaFailure failure, SourceLocation place, ChartScenario scenario)
    {
        var path = string.Join(".", failure.Path).Replace(".[", "[");
        return Report(place, path.Length == 0 ? "values" : path, failure.Reason) with
        {
            OnlyWith = scenario.IsDefault ? [] : [scenario.Name],
            // What a user must give is absent on purpose.
            AtMost = scenario.IsTrial || (scenario.IsDefault && failure.IsMissing) ? RuleSeverity.Suggestion : RuleSeverity.Error,
            Related = failure.Keyword.Origin is { } origin ? [new RelatedLocation(origin.Location, "The schema says so here")] : [],
        };
    }

    private static SourceLocation PlaceOf(SchemaFailure failure, ChartModel chart, ChartScenario scenario)
    {
        if (failure.Value is not (GoMap or GoList) && failure.Value.Origin is { } origin)
            return origin.Location;
        // The key of a collection, in the file that wins.
        IEnumerable<SourceText> files = scenario.Values.Files.Reverse();
        if (chart.Chart.ValuesFile is { } values)
            files = files.Append(values.Source);
        foreach (var file in files)
        {
            if (KeyOf(file, failure.Path) is { } key)
                return key;
        }

        return chart.Chart.ValuesFile?.Source.At(new TextSpan(0, 0)) ?? chart.Chart.Location;
    }

    private static SourceLocation? KeyOf(SourceText source, ImmutableArray<string> path)
    {
        SourceLocation? key = null;
        var node = YamlFile.Parse(source).Documents is [var document, ..] ? document.Root : null;
        foreach (var part in path)
        {
            if (part is ['[', ..])
                break;
            if (node?.AsMapping?.Find(part) is not { } member)
                return null;
            key = member.KeyLocation;
            node = member.Value;
        }

        return key;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSchemaContradictsDefaults),
        Title = "Values do not fit the chart's own schema",
        MessageFormat = "'{0}' does not fit 'values.schema.json', so Helm refuses to install the chart: {1}",
        Rationale = "Helm checks all values against the schema before it renders anything. Values of the chart itself or of a file beside it that do not fit make every installation fail.",
        WhenToIgnore = "When the values file is for another version of the chart. What the chart's own values leave out although the schema requires it is a suggestion: the user gives it.",
        CatalogueSlugs = ["helm-schema-contradicts-defaults"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(20)],
        Violations = [new("values.yaml", "aspnetcore:\n  environment: Production\n  port: [|\"8080\"|]\n") { Beside = [new("values.schema.json", "{\"properties\": {\"aspnetcore\": {\"properties\": {\"port\": {\"type\": \"integer\"}}}}}\n")] }],
        Fixed = [new("values.yaml", "aspnetcore:\n  environment: Production\n  port: 8080\n") { Beside = [new("values.schema.json", "{\"properties\": {\"aspnetcore\": {\"properties\": {\"port\": {\"type\": \"integer\"}}}}}\n")] }],
    };
}
