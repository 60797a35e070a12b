using System.Collections.Immutable;
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

    /// <inheritdoc cref="DiscoveredInputs.UnreadablePaths"/>
    public required ImmutableArray<UnreadablePath> UnreadablePaths { get; init; }

    /// <inheritdoc cref="DiscoveredInputs.PathErrors"/>
    public required ImmutableArray<string> PathErrors { get; init; }

    /// <summary>Discovers and reads.</summary>
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public static ScanInputs Read(ScanOptions options, CancellationToken cancellation)
    {
        var discovered = InputDiscovery.Discover(options, cancellation);
        var baseline = ReadBaseline(options, discovered.Root, out var baselineError);
        return new ScanInputs
        {
            Options = options,
            Root = discovered.Root,
            Files = ReadFiles(discovered, cancellation),
            Configurations = options.UseConfiguration ? ReadConfigurations(discovered.Root, discovered.EditorConfigs.AddRange(discovered.GlobalConfigs)) : [],
            PeerConfigurations = options.UseConfiguration ? ReadConfigurations(discovered.Root, discovered.PeerConfigurations) : [],
            UnreadablePaths = discovered.UnreadablePaths,
            Baseline = baseline,
            PathErrors = baselineError is null ? discovered.PathErrors : discovered.PathErrors.Add(baselineError),
        };
    }

    /// <param name="error">Why a baseline that was named, or one that is there, cannot be read; else null.</param>
    private static SourceText? ReadBaseline(ScanOptions options, string root, out string? error)
    {
        error = null;
        if (!options.UseConfiguration || !options.UseBaseline)
            return null;
        var path = options.Baseline ?? Path.Combine(root, Configuration.Baselines.Baseline.FileName);
        if (options.Baseline is null && !SmallFile.Exists(path))
            return null;
        var text = SourceReader.Read(new InputFile(path, RelativePath.Between(root, path), InputFormat.HelmChart), out var failure);
        if (text is null)
            error = $"The baseline '{path}' cannot be read: {failure!.Reason}";
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
