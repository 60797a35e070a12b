using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Configuration.Baselines;
using HardenBuild.Configuration.Peers;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rules;
using HardenBuild.Rules.Helm.Rendering;
using HardenBuild.Rules.Tool;
using HardenBuild.Scanning.Caching;
using HardenBuild.Scanning.Charts;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Scanning.Scoring;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The pipeline: discover, read, parse, model, rules, suppress, severity, sort.</summary>
public static class Scanner
{
    /// <exception cref="OperationCanceledException">The scan was cancelled; nothing was reported.</exception>
    public static ScanResult Scan(ScanOptions options, CancellationToken cancellation)
    {
        var inputs = ScanInputs.Read(options, cancellation);
        return Analyze(inputs, new DiskFiles(inputs.Root), cancellation);
    }

    /// <summary>Scans, unless a result is at hand for the very same inputs: then it is handed back.</summary>
    /// <param name="cache">Results of this process.</param>
    /// <param name="folder">The last result of any process; null for none. The new one is written by the time it is flushed.</param>
    /// <exception cref="OperationCanceledException">The scan was cancelled; nothing was reported or kept.</exception>
    public static ScanResult Scan(ScanOptions options, ResultCache cache, ResultFolder? folder, CancellationToken cancellation)
    {
        // Builds keep findings, and nothing that only a report counts.
        if (options.ScoreManifests)
            return Scan(options, cancellation);
        if (cache.IsEmpty && folder is not { HasResult: true })
            StartYamlReader();
        var inputs = ScanInputs.Read(options, cancellation);
        var key = ScanKey.Of(inputs);
        var disk = new DiskFiles(inputs.Root);
        if (cache.Find(key, disk) is { } known)
            return known;
        if (folder?.Find(key, inputs, disk) is { } written)
        {
            cache.Add(written);
            return written.Result;
        }

        // Not the files that were asked above: what those remember may have changed since.
        var files = new RecordedFiles(new DiskFiles(inputs.Root));
        var result = Analyze(inputs, files, cancellation);
        var kept = new KeptResult(key, files.Answers, result);
        if (cache.Add(kept))
            folder?.AddLater(kept);
        return result;
    }

    /// <summary>Lets a new process compile the regular expressions of the YAML library, some 20 ms, while the inputs are still being looked for.</summary>
    private static void StartYamlReader() => Task.Run(static () => YamlFile.Parse(SourceText.From("", "a: b\n")), CancellationToken.None);

    private static ScanResult Analyze(ScanInputs inputs, RepositoryFiles files, CancellationToken cancellation)
    {
        var options = inputs.Options;
        var configuration = EditorConfigSet.Create(inputs.Configurations.Select(static file => (file.Folder, file.Text)));
        var index = new RuleIndex(RuleCatalog.All);
        var peers = inputs.PeerConfigurations.IsEmpty
            ? null
            : PeerConfiguration.Create(inputs.PeerConfigurations.Select(static file => (file.Folder, file.Text)), index, LevelDate.Latest);
        var rules = new RuleSelection(new SeverityResolver(configuration, options.Mode, inputs.Root, peers: peers, level: options.Level), options.Diagnostics) { Cluster = options.Cluster };
        var reported = new List<ReportedFinding>();
        var pathErrors = inputs.PathErrors.ToBuilder();
        var texts = Texts(inputs, rules, reported, pathErrors);
        Add(inputs.UnreadablePaths.Select(static path => UnreadableFile.Instance.At(SourceText.From(path.RelativePath, "").At(default), path.RelativePath, path.Reason)), rules, reported);

        if (options.UseConfiguration)
            Add(new ConfigurationCheck(index).Check(configuration), rules, reported);
        if (peers is not null)
            Add(new PeerConfigurationCheck(configuration, index).Check(peers), rules, reported);
        ImmutableArray<ManifestScore> scores = [];
        var scan = new TextScan(rules, options.UseSuppressions) { Files = files, ChartOptions = ChartOptions(inputs), Scored = options.ScoreManifests ? scored => scores = scored : null };
        reported.AddRange(scan.Run(texts, cancellation));
        reported.Sort(FindingOrder.Instance);
        if (inputs.Baseline is { } baseline)
        {
            Apply(baseline, reported, new BaselineFilter(rules, [.. texts.Select(static text => text.Source.Path)], files), rules);
            reported.Sort(FindingOrder.Instance);
        }

        cancellation.ThrowIfCancellationRequested();

        return new ScanResult
        {
            Root = inputs.Root,
            Findings = [.. reported],
            Files = [.. texts.Select(static text => text.Source.Path)],
            TemplatesNotRendered = TemplatesNotRendered(texts, reported),
            Scores = scores,
            PathErrors = pathErrors.ToImmutable(),
        };
    }

    /// <summary>The texts to analyse; what could not be read is reported, or is an error where the user named it.</summary>
    private static List<InputText> Texts(ScanInputs inputs, RuleSelection rules, List<ReportedFinding> reported, ImmutableArray<string>.Builder pathErrors)
    {
        var texts = new List<InputText>(inputs.Files.Length);
        foreach (var (file, text, failure, variables) in inputs.Files)
        {
            if (text is not null)
                texts.Add(new InputText(text, file.Format) { Variables = variables });
            else if (file.IsNamed && !failure!.IsTooLarge)
                pathErrors.Add($"'{file.FullPath}' cannot be read: {failure.Reason}");
            else
                Add([Unreadable(file.RelativePath, failure!)], rules, reported);
        }

        return texts;
    }

    private static ChartScanOptions ChartOptions(ScanInputs inputs)
    {
        var options = inputs.Options;
        ImmutableArray<SetArgument> arguments =
        [
            .. options.ChartSet.Select(static text => new SetArgument(SetArgumentKind.Typed, text)),
            .. options.ChartSetFile.Select(text => new SetArgument(SetArgumentKind.File, text) { ReadFile = path => inputs.ChartSetFiles.FirstOrDefault(file => file.Path == path)?.Content }),
        ];
        var values = inputs.ChartValues.IsEmpty && arguments.IsEmpty ? null : new UserValues(inputs.ChartValues, arguments);
        return new ChartScanOptions(values, options.Cluster.Version is { } version ? KubernetesRelease.Of(version.Minor) : null);
    }

    /// <summary>The templates of charts that could not be loaded, which a finding at their <c>Chart.yaml</c> says.</summary>
    private static int TemplatesNotRendered(List<InputText> texts, List<ReportedFinding> reported)
    {
        var broken = reported.Where(static finding => finding.Finding.Rule is ChartNotRendered).Select(static finding => CleanPath.Folder(finding.Finding.Location.Source.Path) + "/").ToList();
        return broken.Count == 0 ? 0 : texts.Count(text => text.Format == InputFormat.HelmTemplate && broken.Exists(folder => text.Source.Path.StartsWith(folder, StringComparison.Ordinal)));
    }

    private static void Apply(SourceText text, List<ReportedFinding> reported, BaselineFilter filter, RuleSelection rules)
    {
        var baseline = Baseline.Parse(text);
        Add(filter.Apply(baseline, reported), rules, reported);
        Add(baseline.Errors.Select(error => InvalidBaseline.Instance.At(text.At(error.Span), error.Message)), rules, reported);
    }

    private static Finding Unreadable(string path, SourceReadFailure failure)
    {
        var place = SourceText.From(path, "").At(default);
        return failure.IsTooLarge ? LimitExceeded.Instance.At(place, path, failure.Reason) : UnreadableFile.Instance.At(place, path, failure.Reason);
    }

    private static void Add(IEnumerable<Finding> findings, RuleSelection rules, List<ReportedFinding> reported)
    {
        foreach (var finding in findings)
        {
            var severity = rules.For(finding.Location.Source.Path).SeverityOf(finding.Rule);
            if (severity != RuleSeverity.None)
                reported.Add(new ReportedFinding(finding, severity));
        }
    }
}
