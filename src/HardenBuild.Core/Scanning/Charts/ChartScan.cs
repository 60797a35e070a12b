using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Rules;
using HardenBuild.Rules.Helm.Rendering;

namespace HardenBuild.Scanning.Charts;

/// <summary>A chart, from its folder to findings: rendered with each set of values that the repository shows, judged as the objects that come of it.</summary>
internal sealed class ChartScan(RepositoryFiles files, RuleSelection rules, RuleIndex index, bool useSuppressions, ChartScanOptions options)
{
    // A name that no rule knows: where a release goes is decided when it is installed.
    private const string Namespace = "release-namespace";

    /// <summary>Reported and suppressed findings, at places in files of the repository.</summary>
    /// <param name="folder">The chart's folder, relative to the repository root.</param>
    public List<ReportedFinding> Run(string folder, CancellationToken cancellation)
    {
        var loaded = new ChartLoader(files).Load(folder);
        if (loaded.Chart is not { } chart)
            return [.. loaded.Errors.Select(static error => ChartNotRendered.Instance.At(error)).SelectMany(Reported)];

        var locator = new OriginLocator(chart);
        var known = new Dictionary<(string, string), ScenarioFindings.ReadFile>();
        var merge = new ScenarioMerge(index);
        var scenarios = ImmutableArray.CreateBuilder<ChartScenario>();
        foreach (var (name, values) in chart.Metadata.IsLibrary ? [] : Scenarios(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var scenario = new ChartScenario(name, values, ChartRenderer.Render(chart, values, Options(), cancellation));
            if (scenario.IsDefault && scenario.Rendered.Errors.Any(static error => error.Kind == ChartErrorKind.Template) && SharedValues.Of(files, folder, chart) is { } shared)
                scenario = new ChartScenario(name, shared, ChartRenderer.Render(chart, shared, Options(), cancellation));
            scenarios.Add(scenario);
            merge.Add(scenario, new ScenarioFindings(rules, new ResultAssembly(rules, index, useSuppressions), locator, known).Run(chart, scenario));
        }

        var model = new ChartModel { Folder = folder, Chart = chart, LoadErrors = loaded.Errors, Scenarios = scenarios.ToImmutable(), Files = files };
        List<ReportedFinding> reported = [.. merge.Findings(), .. Judge(model).SelectMany(Reported)];
        return OncePerChart.Apply(new ChartSuppressions(rules, index, useSuppressions).Apply(model, reported));
    }

    private IEnumerable<ReportedFinding> Reported(Finding finding) => rules.For(finding.Location.Source.Path).SeverityOf(finding) is var severity and not RuleSeverity.None
        ? [new ReportedFinding(finding, severity)]
        : [];

    private RenderOptions Options() => new() { Namespace = Namespace, KubernetesVersion = options.Kubernetes };

    private IEnumerable<(string Name, UserValues Values)> Scenarios(string folder)
    {
        yield return ("", UserValues.None);
        foreach (var path in ValuesFiles.Beside(files, folder))
        {
            if (files.Read(path) is { } text)
                yield return (path, new UserValues([text], []));
        }

        if (options.Values is { } named)
            yield return (NameOf(named), named);
    }

    private static string NameOf(UserValues values) => values.Files.IsEmpty
        ? string.Join(" ", values.Arguments.Select(static argument => argument.Option + " " + argument.Text))
        : values.Files[values.Files.Length - 1].Path;

    private List<Finding> Judge(ChartModel model)
    {
        var findings = new List<Finding>();
        var selection = rules.For(model.Chart.MetadataFile.Path);
        foreach (var rule in RuleCatalog.Chart)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, model, static (rule, model) => rule.Analyze(model), model.Chart.MetadataFile.Source, findings);
        }

        findings.RemoveAll(static finding => !OriginLocator.IsEditable(finding.Location.Source));
        return findings;
    }
}
