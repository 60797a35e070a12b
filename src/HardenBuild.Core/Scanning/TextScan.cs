using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Rules.Helm.Rendering;
using HardenBuild.Rules.Tool;
using HardenBuild.Scanning.Charts;
using HardenBuild.Scanning.Scoring;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The part of a scan that needs no disk: texts to findings. The analyzer and the tests start here.</summary>
internal sealed class TextScan(RuleSelection rules, bool useSuppressions)
{
    // Below this number the threads cost more than they save.
    private const int WorthThreads = 8;

    /// <summary>The files beside the inputs, for rules that ask what lies in a build context; null where only the inputs are known.</summary>
    public RepositoryFiles? Files { get; init; }

    /// <summary>Called with the points of the Kubernetes objects; null where nobody wants them counted.</summary>
    public Action<ImmutableArray<ManifestScore>>? Scored { get; init; }

    /// <summary>How charts are rendered.</summary>
    public ChartScanOptions ChartOptions { get; init; } = ChartScanOptions.None;

    /// <summary>Reported and suppressed findings, sorted.</summary>
    public List<ReportedFinding> Run(IReadOnlyList<InputText> inputs, CancellationToken cancellation)
    {
        var contexts = Contexts(inputs);
        var units = Units(inputs);
        var results = new IReadOnlyList<FileFindings>[units.Count];
        var manifests = new ManifestFile?[units.Count];
        var index = new RuleIndex(RuleCatalog.All);
        var charts = Files is null ? [] : ChartFolders.Of(inputs, Files);
        var ofCharts = new List<ReportedFinding>[charts.Count];
        new TwoEndedLoop(charts.Count, i => ofCharts[i] = new ChartScan(Files!, rules, index, useSuppressions, ChartOptions).Run(charts[i], cancellation), cancellation).Run();
        if (units.Count < WorthThreads)
        {
            for (var i = 0; i < units.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = Analyze(units[i], contexts, out manifests[i]);
            }
        }
        else
        {
            var order = ByFormat(units);
            new TwoEndedLoop(order.Length, i => results[order[i]] = Analyze(units[order[i]], contexts, out manifests[order[i]]), cancellation).Run();
        }

        AnalyzeTogether(results, manifests, index);

        var assembly = new ResultAssembly(rules, index, useSuppressions);
        var reported = new List<ReportedFinding>();
        foreach (var unit in results)
        {
            foreach (var file in unit)
                assembly.Add(file, reported);
        }

        new ChartRollUp(rules).Apply(charts, ofCharts);
        foreach (var findings in ofCharts)
            reported.AddRange(findings);
        RemoveSaidTwice(reported);
        reported.Sort(FindingOrder.Instance);
        ForeignFindings.RemoveRepeated(reported);
        return reported;
    }

    // A file of a chart that is no YAML is said to be so; that its chart cannot be rendered then adds nothing.
    private static void RemoveSaidTwice(List<ReportedFinding> reported)
    {
        if (!reported.Exists(static finding => finding.Finding.Rule is ChartNotRendered))
            return;
        var broken = new HashSet<string>(reported.Where(static finding => finding.Finding.Rule is YamlSyntaxError).Select(static finding => finding.Finding.Location.Source.Path), StringComparer.Ordinal);
        reported.RemoveAll(finding => finding.Finding.Rule is ChartNotRendered && broken.Contains(finding.Finding.Location.Source.Path));
    }

    private static int[] ByFormat(List<List<InputText>> units)
    {
        var order = new int[units.Count];
        var formats = new InputFormat[units.Count];
        for (var i = 0; i < order.Length; i++)
            (order[i], formats[i]) = (i, units[i][0].Format);
        Array.Sort(formats, order);
        return order;
    }

    private BuildContextFinder? Contexts(IReadOnlyList<InputText> inputs) => Files is not null && inputs.Any(static input => input.Format == InputFormat.Dockerfile)
        ? new BuildContextFinder(Files, ComposeBuild.Of(inputs.Where(static input => input.Format == InputFormat.Compose).Select(static input => input.Source)))
        : null;

    /// <summary>What is analysed together: the Compose files, which may extend and include each other, every other file alone.</summary>
    private static List<List<InputText>> Units(IReadOnlyList<InputText> inputs)
    {
        var units = new List<List<InputText>>();
        var compose = new List<InputText>();
        foreach (var input in inputs)
        {
            if (input.Format != InputFormat.Compose)
                units.Add([input]);
            else
                compose.Add(input);
        }

        if (compose.Count > 0)
            units.Add(compose);
        return units;
    }

    private IReadOnlyList<FileFindings> Analyze(List<InputText> unit, BuildContextFinder? contexts, out ManifestFile? manifests)
    {
        manifests = null;
        if (unit[0].Format != InputFormat.Kubernetes)
            return Analyze(unit, contexts);
        (var findings, manifests) = ManifestAnalysis.Run(unit[0].Source, rules);
        return [findings];
    }

    private void AnalyzeTogether(IReadOnlyList<FileFindings>[] results, ManifestFile?[] manifests, RuleIndex index)
    {
        var files = new List<FileFindings>();
        var objects = new List<ManifestFile>();
        for (var i = 0; i < results.Length; i++)
        {
            if (manifests[i] is not { } file)
                continue;
            files.Add(results[i][0]);
            objects.Add(file);
        }

        var set = ManifestSet.Create(objects);
        Scored?.Invoke(ManifestScoring.Run(set, files, index));
        ManifestSetAnalysis.Run(set, files, rules);
    }

    // Its comments are read with its chart.
    private static FileFindings ChartFile(SourceText source)
    {
        var findings = YamlAnalysis.Read(source).Findings;
        findings.Comments.Clear();
        return findings;
    }

    private IReadOnlyList<FileFindings> Analyze(List<InputText> unit, BuildContextFinder? contexts) => unit[0].Format switch
    {
        InputFormat.Dockerfile => DockerfileAnalysis.Run(unit[0].Source, rules, contexts),
        InputFormat.Compose => ComposeAnalysis.Run(unit, rules, Files),
        InputFormat.DaemonConfiguration => [DaemonAnalysis.Run(unit[0].Source, rules)],
        InputFormat.Project when Files is not null => [ProjectAnalysis.Run(unit[0].Source, rules, Files)],
        InputFormat.ShellScript => [CarrierAnalysis.RunScript(unit[0].Source, rules)],
        InputFormat.Makefile => [CarrierAnalysis.RunMakefile(unit[0].Source, rules)],
        InputFormat.Pipeline => [CarrierAnalysis.RunPipeline(unit[0].Source, rules)],
        InputFormat.LaunchSettings => [CarrierAnalysis.RunLaunchSettings(unit[0].Source, rules)],
        InputFormat.DevContainer => [CarrierAnalysis.RunDevContainer(unit[0].Source, rules)],
        InputFormat.Unit => [CarrierAnalysis.RunUnit(unit[0].Source, rules)],
        InputFormat.Bake => [BakeAnalysis.Run(unit[0].Source, rules, Files)],
        InputFormat.HelmChart => [ChartFile(unit[0].Source)],
        _ => [],
    };
}
