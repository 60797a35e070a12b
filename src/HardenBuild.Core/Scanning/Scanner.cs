using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Configuration.Peers;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The pipeline: discover, read, parse, model, rules, suppress, severity, sort.</summary>
public static class Scanner
{
    /// <exception cref="OperationCanceledException">The scan was cancelled; nothing was reported.</exception>
    public static ScanResult Scan(ScanOptions options, CancellationToken cancellation)
    {
        var inputs = InputDiscovery.Discover(options, cancellation);
        var configuration = options.UseConfiguration ? ReadConfiguration(inputs) : EditorConfigSet.Empty;
        var index = new RuleIndex(RuleCatalog.All);
        var peers = options.UseConfiguration && inputs.PeerConfigurations.Length > 0
            ? PeerConfiguration.Create(ReadTexts(inputs, inputs.PeerConfigurations), index.Aliases, LevelDate.Latest)
            : null;
        var rules = new RuleSelection(new SeverityResolver(configuration, options.Mode, inputs.Root, peers: peers), options.Diagnostics);
        var reported = new List<ReportedFinding>();
        var pathErrors = inputs.PathErrors.ToBuilder();
        var texts = Read(inputs, rules, reported, pathErrors, cancellation);
        Add(inputs.UnreadablePaths.Select(static path => UnreadableFile.Instance.At(SourceText.From(path.RelativePath, "").At(default), path.RelativePath, path.Reason)), rules, reported);

        if (options.UseConfiguration)
            Add(new ConfigurationCheck(index).Check(configuration), rules, reported);
        if (peers is not null)
            Add(new PeerConfigurationCheck(configuration, index).Check(peers), rules, reported);
        reported.AddRange(new TextScan(rules, options.UseSuppressions) { Files = new DiskFiles(inputs.Root) }.Run(texts, cancellation));
        reported.Sort(FindingOrder.Instance);
        cancellation.ThrowIfCancellationRequested();

        return new ScanResult
        {
            Root = inputs.Root,
            Findings = [.. reported],
            Files = [.. texts.Select(static text => text.Source.Path)],
            TemplatesNotRendered = texts.Count(static text => text.Format == InputFormat.HelmTemplate),
            PathErrors = pathErrors.ToImmutable(),
        };
    }

    private static EditorConfigSet ReadConfiguration(DiscoveredInputs inputs) =>
        EditorConfigSet.Create(ReadTexts(inputs, inputs.EditorConfigs.Concat(inputs.GlobalConfigs)));

    private static List<(string Folder, SourceText Text)> ReadTexts(DiscoveredInputs inputs, IEnumerable<string> paths)
    {
        var files = new List<(string, SourceText)>();
        foreach (var path in paths)
        {
            // A configuration file that cannot be read says nothing; the build itself will complain.
            var file = new InputFile(path, RelativePath.Between(inputs.Root, path), InputFormat.HelmChart);
            if (SourceReader.Read(file, out _) is { } text)
                files.Add((Path.GetDirectoryName(path)!, text));
        }

        return files;
    }

    private static List<InputText> Read(
        DiscoveredInputs inputs, RuleSelection rules, List<ReportedFinding> reported, ImmutableArray<string>.Builder pathErrors, CancellationToken cancellation)
    {
        var texts = new List<InputText>(inputs.Files.Length);
        foreach (var file in inputs.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = SourceReader.Read(file, out var failure);
            if (file is { Format: InputFormat.Project, IsNamed: false } && (text is null || !ProjectSniffer.IsAboutContainers(text.Content)))
                continue;
            if (text is not null)
                texts.Add(new InputText(text, file.Format) { Variables = file.Format == InputFormat.Compose ? ReadVariables(file, inputs) : null });
            else if (file.IsNamed && !failure!.IsTooLarge)
                pathErrors.Add($"'{file.FullPath}' cannot be read: {failure.Reason}");
            else
                Add([Unreadable(file.RelativePath, failure!)], rules, reported);
        }

        return texts;
    }

    private static SourceText? ReadVariables(InputFile compose, DiscoveredInputs inputs)
    {
        var path = Path.Combine(Path.GetDirectoryName(compose.FullPath)!, ".env");
        return inputs.EnvironmentFiles.BinarySearch(path, StringComparer.Ordinal) >= 0
            ? SourceReader.Read(new InputFile(path, RelativePath.Between(inputs.Root, path), InputFormat.Compose), out _)
            : null;
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
