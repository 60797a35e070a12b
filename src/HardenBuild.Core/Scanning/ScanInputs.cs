using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Everything that a scan knows before it analyses: with what lies beside the inputs on disk, all that decides its result.</summary>
/// <remarks>Invariant: <see cref="Caching.ScanKey"/> covers every property.</remarks>
internal sealed record ScanInputs
{
    public required ScanOptions Options { get; init; }

    /// <summary>The repository root: absolute, without a trailing separator.</summary>
    public required string Root { get; init; }

    /// <summary>Sorted by path. Project files that say nothing about containers are left out.</summary>
    public required ImmutableArray<ReadInput> Files { get; init; }

    /// <summary>The <c>.editorconfig</c> files, then the <c>.globalconfig</c> files.</summary>
    public required ImmutableArray<ConfigurationText> Configurations { get; init; }

    public required ImmutableArray<ConfigurationText> PeerConfigurations { get; init; }

    /// <summary>The baseline; null when there is none.</summary>
    public SourceText? Baseline { get; init; }

    /// <summary>The values files that charts are rendered with.</summary>
    public ImmutableArray<SourceText> ChartValues { get; init; } = [];

    /// <summary>The files that <see cref="ScanOptions.ChartSetFile"/> names; their paths are as it writes them.</summary>
    public ImmutableArray<SourceText> ChartSetFiles { get; init; } = [];

    /// <inheritdoc cref="DiscoveredInputs.UnreadablePaths"/>
    public required ImmutableArray<UnreadablePath> UnreadablePaths { get; init; }

    /// <inheritdoc cref="DiscoveredInputs.PathErrors"/>
    public required ImmutableArray<string> PathErrors { get; init; }

    /// <summary>Discovers and reads.</summary>
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public static ScanInputs Read(ScanOptions options, CancellationToken cancellation)
    {
        var discovered = InputDiscovery.Discover(options, cancellation);
        var errors = discovered.PathErrors.ToBuilder();
        var baseline = ReadBaseline(options, discovered.Root, errors);
        var values = ReadValues(options, discovered.Root, errors);
        var setFiles = ReadSetFiles(options, discovered.Root, errors);
        return new ScanInputs
        {
            Options = options,
            Root = discovered.Root,
            Files = ReadFiles(discovered, cancellation),
            Configurations = options.UseConfiguration ? ReadConfigurations(discovered.Root, discovered.EditorConfigs.AddRange(discovered.GlobalConfigs)) : [],
            PeerConfigurations = options.UseConfiguration ? ReadConfigurations(discovered.Root, discovered.PeerConfigurations) : [],
            UnreadablePaths = discovered.UnreadablePaths,
            Baseline = baseline,
            ChartValues = values,
            ChartSetFiles = setFiles,
            PathErrors = errors.ToImmutable(),
        };
    }

    private static SourceText? ReadBaseline(ScanOptions options, string root, ImmutableArray<string>.Builder errors)
    {
        if (!options.UseConfiguration || !options.UseBaseline)
            return null;
        var path = options.Baseline ?? Path.Combine(root, Configuration.Baselines.Baseline.FileName);
        return options.Baseline is null && !SmallFile.Exists(path) ? null : ReadNamed("baseline", path, root, errors);
    }

    private static ImmutableArray<SourceText> ReadValues(ScanOptions options, string root, ImmutableArray<string>.Builder errors) =>
        [.. options.ChartValuesFiles.Select(path => ReadNamed("values file", path, root, errors)).OfType<SourceText>()];

    private static ImmutableArray<SourceText> ReadSetFiles(ScanOptions options, string root, ImmutableArray<string>.Builder errors)
    {
        var files = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var text in options.ChartSetFile)
        {
            try
            {
                SetParser.Apply(new SetArgument(SetArgumentKind.File, text) { ReadFile = Read }, new GoMap());
            }
            catch (ChartException e)
            {
                errors.Add(e.Message);
            }
        }

        return files.ToImmutable();

        string? Read(string path)
        {
            var full = Path.GetFullPath(Path.Combine(options.ChartSetFolder ?? root, path));
            if (SourceReader.Read(new InputFile(full, path, InputFormat.HelmChart), out _) is not { } file)
                return null;
            files.Add(file);
            return file.Content;
        }
    }

    /// <summary>Reads a file that somebody asked for by name, or that is there to be read.</summary>
    private static SourceText? ReadNamed(string what, string path, string root, ImmutableArray<string>.Builder errors)
    {
        var text = SourceReader.Read(new InputFile(path, RelativePath.Between(root, path), InputFormat.HelmChart), out var failure);
        if (text is null)
            errors.Add($"The {what} '{path}' cannot be read: {failure!.Reason}");
        return text;
    }

    private static ImmutableArray<ConfigurationText> ReadConfigurations(string root, ImmutableArray<string> paths)
    {
        var texts = ImmutableArray.CreateBuilder<ConfigurationText>(paths.Length);
        foreach (var path in paths)
        {
            // A configuration file that cannot be read says nothing; the build itself will complain.
            var file = new InputFile(path, RelativePath.Between(root, path), InputFormat.HelmChart);
            if (SourceReader.Read(file, out _) is { } text)
                texts.Add(new ConfigurationText(Path.GetDirectoryName(path)!, text));
        }

        return texts.ToImmutable();
    }

    private static ImmutableArray<ReadInput> ReadFiles(DiscoveredInputs inputs, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<ReadInput>(inputs.Files.Length);
        foreach (var file in inputs.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = SourceReader.Read(file, out var failure);
            if (file is { Format: InputFormat.Project, IsNamed: false } && (text is null || !ProjectSniffer.IsAboutContainers(text.Content)))
                continue;
            files.Add(new ReadInput(file, text, failure, text is not null && file.Format == InputFormat.Compose ? ReadVariables(file, inputs) : null));
        }

        return files.ToImmutable();
    }

    private static SourceText? ReadVariables(InputFile compose, DiscoveredInputs inputs)
    {
        var path = Path.Combine(Path.GetDirectoryName(compose.FullPath)!, ".env");
        return inputs.EnvironmentFiles.BinarySearch(path, StringComparer.Ordinal) >= 0
            ? SourceReader.Read(new InputFile(path, RelativePath.Between(inputs.Root, path), InputFormat.Compose), out _)
            : null;
    }
}
