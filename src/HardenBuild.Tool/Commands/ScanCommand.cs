using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild scan</c>: its options and what they ask of the scanner.</summary>
internal static class ScanCommand
{
    private static readonly string[] ProjectExtensions = [".sln", ".slnx", ".slnf", ".csproj", ".fsproj", ".vbproj", ".dcproj"];

    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files, folders, solutions or projects to scan; the current folder by default." };
        var format = new Option<string[]>("--format") { HelpName = string.Join('|', ReportFormat.Names), Description = "Kind of report, text by default; repeat it with '--output' for several reports." };
        var output = new Option<string[]>("--output") { HelpName = "FILE", Description = "Where the report of the '--format' before it goes; standard output by default." };
        var mode = new Option<string>("--mode") { HelpName = "none|default|hardened|all", DefaultValueFactory = _ => "default", Description = "Severities where nothing else is configured." };
        var targetLevel = new Option<string>("--target-level") { HelpName = "privileged|baseline|restricted", Description = "Level of the Pod Security Standards that every pod must meet; wins over .editorconfig." };
        var kubeVersion = new Option<string>("--kube-version") { HelpName = "VERSION", Description = "Oldest Kubernetes that the manifests are for, such as 1.34; wins over .editorconfig." };
        var failOn = new Option<string>("--fail-on") { HelpName = "error|warning|suggestion|never", DefaultValueFactory = _ => "warning", Description = "Least severity that makes the exit code 1." };
        var root = new Option<string>("--root") { HelpName = "DIR", Description = "Repository root that paths are relative to; the nearest folder with '.git' by default." };
        var include = new Option<string[]>("--include") { HelpName = "GLOB", Description = "Scan only what matches, relative to the root; repeatable." };
        var exclude = new Option<string[]>("--exclude") { HelpName = "GLOB", Description = "Leave out what matches, relative to the root; repeatable." };
        var diagnostics = new Option<string[]>("--diagnostics") { HelpName = "ID", Description = "Run only these rules; repeatable, or separated by commas." };
        var noConfig = new Option<bool>("--no-config") { Description = "Ignore .editorconfig and .globalconfig." };
        var noSuppressions = new Option<bool>("--no-suppressions") { Description = "Report what comments silence." };
        var includeSuppressed = new Option<bool>("--include-suppressed") { Description = "Show what comments silence, marked as suppressed; it does not count." };
        var requireFiles = new Option<bool>("--require-files") { Description = "Exit with 2 when there is nothing to scan." };
        var noColor = new Option<bool>("--no-color") { Description = "Plain text on a terminal." };
        format.AcceptOnlyFromAmong(ReportFormat.Names);
        mode.AcceptOnlyFromAmong("none", "default", "hardened", "all");
        targetLevel.AcceptOnlyFromAmong("privileged", "baseline", "restricted");
        failOn.AcceptOnlyFromAmong("error", "warning", "suggestion", "never");
        paths.Validators.Add(RefuseOptions);

        var command = new Command("scan", "Scan files and report findings. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad arguments or a path that cannot be read, 130 interrupted.")
        {
            paths, format, output, mode, targetLevel, kubeVersion, failOn, root, include, exclude, diagnostics, noConfig, noSuppressions, includeSuppressed, requireFiles, noColor,
        };
        command.SetAction(parsed =>
        {
            var options = new ScanOptions
            {
                Paths = ToPaths(parsed.GetValue(paths), terminal),
                Root = ToRoot(parsed.GetValue(root), terminal),
                Mode = ToMode(parsed.GetValue(mode)),
                Cluster = new ClusterTarget(PodSecurityLevels.Parse(parsed.GetValue(targetLevel) ?? ""), ToVersion(parsed.GetValue(kubeVersion))),
                Include = [.. parsed.GetValue(include) ?? []],
                Exclude = [.. parsed.GetValue(exclude) ?? []],
                Diagnostics = ToIds(parsed.GetValue(diagnostics)),
                UseConfiguration = !parsed.GetValue(noConfig),
                UseSuppressions = !parsed.GetValue(noSuppressions),
            };
            var run = new ScanRun(options, ReportTarget.Pair(parsed.Tokens), ToThreshold(parsed.GetValue(failOn)))
            {
                RequireFiles = parsed.GetValue(requireFiles),
                Report = new() { IncludeSuppressed = parsed.GetValue(includeSuppressed), UseColor = terminal.SupportsColor && !parsed.GetValue(noColor) },
            };
            return run.Execute(terminal, cancellation);
        });
        return command;
    }

    // A mistyped option would otherwise be taken for a path.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.StartsWith('-'))
                result.AddError($"There is no option '{token.Value}'; write './{token.Value}' if it is a path");
        }
    }

    private static ImmutableArray<string> ToPaths(string[]? paths, Terminal terminal) => paths is null or []
        ? [terminal.WorkingDirectory]
        : [.. paths.Select(path => ToPath(path, terminal))];

    // A solution or project stands for the folder it is in.
    private static string ToPath(string path, Terminal terminal)
    {
        if (path.Length == 0)
            throw new CommandException("A path is empty");

        var full = terminal.GetFullPath(path);
        return ProjectExtensions.Contains(Path.GetExtension(full), StringComparer.OrdinalIgnoreCase) && File.Exists(full)
            ? Path.GetDirectoryName(full)!
            : full;
    }

    private static string? ToRoot(string? root, Terminal terminal)
    {
        if (root is null)
            return null;

        var full = Path.TrimEndingDirectorySeparator(terminal.GetFullPath(root));
        return Directory.Exists(full) ? full : throw new CommandException($"'--root {root}' is not a folder");
    }

    private static KubernetesVersion? ToVersion(string? text) => text is null
        ? null
        : KubernetesVersion.Parse(text) ?? throw new CommandException($"'--kube-version {text}' is not a version of Kubernetes; write one such as 1.34");

    private static ImmutableArray<string> ToIds(string[]? values)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var id in (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            ids.Add(RuleLookup.Find(id).Id);
        return ids.ToImmutable();
    }

    private static RuleMode ToMode(string? mode) => mode switch
    {
        "none" => RuleMode.None,
        "hardened" => RuleMode.Hardened,
        "all" => RuleMode.All,
        _ => RuleMode.Default,
    };

    private static RuleSeverity? ToThreshold(string? word) => word switch
    {
        "error" => RuleSeverity.Error,
        "suggestion" => RuleSeverity.Suggestion,
        "never" => null,
        _ => RuleSeverity.Warning,
    };
}
