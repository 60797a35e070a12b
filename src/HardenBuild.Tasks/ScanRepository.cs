using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;
using Microsoft.Build.Framework;

namespace HardenBuild.Tasks;

/// <summary>Scans a repository, once a build, and hands the findings to the projects that log them.</summary>
/// <remarks>Uses neither the current directory nor the environment nor statics, so that engines may run it beside other tasks.</remarks>
public sealed class ScanRepository : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The repository root; absolute.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>Whether the root was found by its <c>.git</c>, as that of a repository inside of it will be; one that was named is the root of all.</summary>
    public bool RootIsFound { get; set; }

    /// <summary>Files and folders to scan beside the root, separated by semicolons; relative ones are below it.</summary>
    /// <remarks>Lists are texts here: they came as global properties, in which a semicolon no longer separates items for MSBuild.</remarks>
    public string Inputs { get; set; } = "";

    /// <summary>Whether <see cref="Inputs"/> may lie outside of the root. No project owns them: they are logged with what lies above all projects.</summary>
    public bool AllowOutsideInputs { get; set; }

    /// <summary>A <see cref="RuleMode"/>, in any letter case; empty means default.</summary>
    public string Mode { get; set; } = "";

    /// <summary>The state of the rule set, <c>1.0</c>, <c>latest</c> or <c>preview</c>; empty means latest.</summary>
    public string Level { get; set; } = "";

    /// <summary>Globs relative to the root, separated by semicolons.</summary>
    public string Exclude { get; set; } = "";

    /// <summary>Rule ids to run, separated by semicolons; empty means all.</summary>
    public string Diagnostics { get; set; } = "";

    /// <summary>The level of the Pod Security Standards that every pod must meet, in any letter case; empty leaves it to <c>.editorconfig</c>.</summary>
    public string TargetLevel { get; set; } = "";

    /// <summary>The oldest Kubernetes that the manifests are for, <c>1.34</c>; empty leaves it to <c>.editorconfig</c>.</summary>
    public string KubeVersion { get; set; } = "";

    /// <summary>Values files to render all charts with once more, separated by semicolons, below the root unless absolute.</summary>
    public string HelmValues { get; set; } = "";

    /// <summary>Path of the file of findings that are not reported, below the root unless absolute; empty means <c>hardenbuild.baseline.json</c> in the root, if there is one.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Path of the SARIF log to write, below the root unless absolute; empty means none.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>Absolute path of a folder of intermediate files, where the last result is kept for the next build; empty keeps none.</summary>
    public string CacheFolder { get; set; } = "";

    /// <summary>Findings in the order of a report, with their position, text and owner as metadata.</summary>
    [Output]
    public ITaskItem[] Findings { get; private set; } = [];

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute()
    {
        if (!TryReadOptions(out var options))
            return false;

        try
        {
            var memory = NodeMemory.Of(BuildEngine);
            var folder = CacheFolder.Length > 0 ? ResultFolder.TryOpen(CacheFolder) : null;
            var result = Scanner.Scan(options, memory.Results, folder, _cancellation.Token);
            foreach (var error in result.PathErrors)
                Log.LogError("{0}", error);
            if (Sarif.Length > 0)
                WriteSarif(result);

            Findings = ToItems(memory.ItemsOf(result));
            folder?.Flush();
            Log.LogMessage(MessageImportance.Low, "HardenBuild read {0} files below {1}", result.Files.Length, Root);
        }
        catch (OperationCanceledException)
        {
            // A cancelled build says so itself.
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogErrorFromException(e);
        }
        catch (Exception e)
        {
            // The build goes on to tell which project and target; a crash of the task would show MSBuild's own stack instead.
            Log.LogErrorFromException(e, showStackTrace: true);
        }

        return !Log.HasLoggedErrors;
    }

    private bool TryReadOptions(out ScanOptions options)
    {
        options = new ScanOptions { Paths = [] };
        if (!Path.IsPathRooted(Root))
        {
            Log.LogError("HardenBuildRoot '{0}' is not an absolute path", Root);
            return false;
        }

        var mode = RuleMode.Default;
        if (Mode.Length > 0 && !TryParseMode(Mode, out mode))
        {
            Log.LogError("HardenBuildMode '{0}' is not a mode; use none, default, hardened or all", Mode);
            return false;
        }

        if (RuleLevel.Parse(Level) is not { } level)
        {
            Log.LogError("HardenBuildLevel '{0}' is not a level; use {1}", Level, string.Join(", ", RuleLevel.Names));
            return false;
        }

        if (!TryReadCluster(out var cluster) || !TryReadInputs(out var inputs))
            return false;

        options = new ScanOptions
        {
            Cluster = cluster,
            Root = Root,
            Paths = [Root, .. inputs],
            Mode = mode,
            Level = level,
            Exclude = [.. Split(Exclude)],
            Diagnostics = [.. Split(Diagnostics)],
            ChartValuesFiles = [.. Split(HelmValues).Select(file => Path.GetFullPath(Path.Combine(Root, file)))],
            Baseline = Baseline.Length > 0 ? Path.GetFullPath(Path.Combine(Root, Baseline)) : null,
        };
        return true;
    }

    private bool TryReadInputs(out ImmutableArray<string> inputs)
    {
        var owners = new ProjectOwners(Root);
        inputs = [.. Split(Inputs).Select(input => Path.GetFullPath(Path.Combine(Root, input)))];
        foreach (var input in inputs)
        {
            if (!AllowOutsideInputs && !owners.IsInRepository(input))
                Log.LogError("HardenBuildInput '{0}' lies outside of the root '{1}'; move it, widen HardenBuildRoot, or set HardenBuildAllowOutsideInputs to true", input, Root);
        }

        return !Log.HasLoggedErrors;
    }

    private bool TryReadCluster(out ClusterTarget cluster)
    {
        cluster = new ClusterTarget(PodSecurityLevels.ParseSetting(TargetLevel), KubernetesVersion.Parse(KubeVersion));
        if (TargetLevel.Length > 0 && cluster.Level is null)
            Log.LogError("HardenBuildTargetLevel '{0}' is not a level of the Pod Security Standards; use privileged, baseline or restricted", TargetLevel);
        if (KubeVersion.Length > 0 && cluster.Version is null)
            Log.LogError("HardenBuildKubeVersion '{0}' is not a version of Kubernetes; write one such as 1.34", KubeVersion);
        return !Log.HasLoggedErrors;
    }

    private static IEnumerable<string> Split(string list) => list.Split(';').Select(item => item.Trim()).Where(item => item.Length > 0);

    // Not Enum.TryParse alone: it takes numbers.
    private static bool TryParseMode(string word, out RuleMode mode) =>
        Enum.TryParse(word, ignoreCase: true, out mode) && string.Equals(mode.ToString(), word, StringComparison.OrdinalIgnoreCase);

    // A method of its own, never inlined: compiling Execute must not load the SARIF assemblies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteSarif(ScanResult result) => SarifReport.Write(result, Path.GetFullPath(Path.Combine(Root, Sarif)));

    // Who owns a file depends on project files that the scan does not read.
    private ITaskItem[] ToItems(FindingItem[] findings)
    {
        var owners = new ProjectOwners(Root);
        var nested = RootIsFound ? new NestedRepositories(Root) : null;
        var items = new List<ITaskItem>(findings.Length);
        foreach (var finding in findings)
        {
            var owner = owners.OwnerOf(finding.File);
            // Both repositories would log it as lying above all their projects.
            if (owner.Length > 0 || nested?.Report(finding.File) != true)
                items.Add((finding with { Owner = owner }).ToTaskItem("finding" + items.Count));
        }

        return [.. items];
    }
}
