using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>Names what a scan was given: two scans with one key differ at most by what their rules see on disk beside the inputs.</summary>
internal static class ScanKey
{
    /// <summary>A hash of this very build of the scanner and of all that was discovered and read.</summary>
    public static string Of(ScanInputs inputs)
    {
        using var hash = new ContentHash();
        // Not the version: two builds of one version may have different rules.
        hash.Add(typeof(ScanKey).Module.ModuleVersionId.ToString());
        Add(hash, inputs.Options);
        hash.Add(inputs.Root);
        hash.Add(inputs.Files.Length);
        foreach (var file in inputs.Files)
            Add(hash, file);
        Add(hash, inputs.Configurations);
        Add(hash, inputs.PeerConfigurations);
        hash.Add(inputs.UnreadablePaths.Length);
        foreach (var path in inputs.UnreadablePaths)
        {
            hash.Add(path.RelativePath);
            hash.Add(path.Reason);
        }

        Add(hash, inputs.Baseline);
        hash.Add(inputs.ChartValues.Length);
        foreach (var values in inputs.ChartValues)
            Add(hash, values);
        hash.Add(inputs.ChartSetFiles.Length);
        foreach (var file in inputs.ChartSetFiles)
            Add(hash, file);
        hash.Add(inputs.PathErrors);
        return hash.Finish();
    }

    private static void Add(ContentHash hash, ScanOptions options)
    {
        hash.Add(options.Paths);
        hash.Add(options.Root);
        hash.Add((int)options.Mode);
        hash.Add(options.Level.Name);
        hash.Add(options.Include);
        hash.Add(options.Exclude);
        hash.Add(options.Diagnostics);
        hash.Add((int?)options.Cluster.Level ?? -1);
        hash.Add(options.Cluster.Version?.Minor ?? -1);
        hash.AddFlag(options.ScoreManifests);
        hash.Add(options.ChartValuesFiles);
        hash.Add(options.ChartSet);
        hash.Add(options.ChartSetFile);
        hash.Add(options.ChartSetFolder);
        hash.Add(options.Baseline);
        hash.AddFlag(options.UseBaseline);
        hash.AddFlag(options.UseConfiguration);
        hash.AddFlag(options.UseSuppressions);
    }

    private static void Add(ContentHash hash, ReadInput input)
    {
        hash.Add(input.File.FullPath);
        hash.Add(input.File.RelativePath);
        hash.Add((int)input.File.Format);
        hash.AddFlag(input.File.IsNamed);
        Add(hash, input.Text);
        hash.Add(input.Failure?.Reason);
        hash.AddFlag(input.Failure?.IsTooLarge == true);
        Add(hash, input.Variables);
    }

    private static void Add(ContentHash hash, ImmutableArray<ConfigurationText> files)
    {
        hash.Add(files.Length);
        foreach (var file in files)
        {
            hash.Add(file.Folder);
            Add(hash, file.Text);
        }
    }

    private static void Add(ContentHash hash, SourceText? text)
    {
        hash.Add(text?.Path);
        hash.Add(text?.Content);
        hash.AddFlag(text?.HadByteOrderMark == true);
    }
}
