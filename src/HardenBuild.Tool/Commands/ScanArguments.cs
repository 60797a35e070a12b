using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Tool.Commands;

/// <summary>The arguments and options that say what is scanned and how, for each command that scans.</summary>
internal sealed class ScanArguments
{
    private static readonly string[] ProjectExtensions = [".sln", ".slnx", ".slnf", ".csproj", ".fsproj", ".vbproj", ".dcproj"];

    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files, folders, solutions or projects to scan; the current folder by default." };
    private readonly Option<string> _mode = new("--mode") { HelpName = "none|default|hardened|all", DefaultValueFactory = _ => "default", Description = "Severities where nothing else is configured." };
    private readonly Option<string> _level = new("--level") { HelpName = string.Join('|', RuleLevel.Names), DefaultValueFactory = _ => RuleLevel.Latest.Name, Description = "State of the rule set: a version keeps an upgrade from reporting more." };
    private readonly Option<string> _targetLevel = new("--target-level") { HelpName = "privileged|baseline|restricted", Description = "Level of the Pod Security Standards that every pod must meet; wins over .editorconfig." };
    private readonly Option<string> _kubeVersion = new("--kube-version") { HelpName = "VERSION", Description = "Oldest Kubernetes that the manifests are for, such as 1.34; wins over .editorconfig." };
    private readonly Option<string[]> _values = new("--values") { HelpName = "FILE", Description = "Values file to render all charts with, beside those that lie by each chart; repeatable, later ones win." };
    private readonly Option<string[]> _set = new("--set") { HelpName = "KEY=VALUE", Description = "Value for the same that wins over files; repeatable." };
    private readonly Option<string[]> _setFile = new("--set-file") { HelpName = "KEY=FILE", Description = "The same, the content of a file; repeatable." };
    private readonly Option<string> _root = new("--root") { HelpName = "DIR", Description = "Repository root that paths are relative to; the nearest folder with '.git' by default." };
    private readonly Option<string[]> _include = new("--include") { HelpName = "GLOB", Description = "Scan only what matches, relative to the root; repeatable." };
    private readonly Option<string[]> _exclude = new("--exclude") { HelpName = "GLOB", Description = "Leave out what matches, relative to the root; repeatable." };
    private readonly Option<string[]> _diagnostics = new("--diagnostics") { HelpName = "ID", Description = "Run only these rules; repeatable, or separated by commas." };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Ignore .editorconfig, .globalconfig, other tools' configuration files and the baseline." };
    private readonly Option<bool> _noSuppressions = new("--no-suppressions") { Description = "Report what comments silence." };

    public void AddTo(Command command)
    {
        _mode.AcceptOnlyFromAmong("none", "default", "hardened", "all");
        _level.AcceptOnlyFromAmong([.. RuleLevel.Names]);
        _targetLevel.AcceptOnlyFromAmong("privileged", "baseline", "restricted");
        _paths.Validators.Add(RefuseOptions);
        command.Add(_paths);
        foreach (var option in new Option[] { _mode, _level, _targetLevel, _kubeVersion, _values, _set, _setFile, _root, _include, _exclude, _diagnostics, _noConfig, _noSuppressions })
            command.Add(option);
    }

    public ScanOptions ToOptions(ParseResult parsed, Terminal terminal) => new()
    {
        Paths = ToPaths(parsed.GetValue(_paths), terminal),
        Root = ToRoot(parsed.GetValue(_root), terminal),
        Mode = ToMode(parsed.GetValue(_mode)),
        Level = RuleLevel.Parse(parsed.GetValue(_level))!,
        Cluster = new ClusterTarget(PodSecurityLevels.Parse(parsed.GetValue(_targetLevel) ?? ""), ToVersion(parsed.GetValue(_kubeVersion))),
        ChartValuesFiles = [.. (parsed.GetValue(_values) ?? []).Select(terminal.GetFullPath)],
        ChartSet = [.. parsed.GetValue(_set) ?? []],
        ChartSetFile = [.. parsed.GetValue(_setFile) ?? []],
        ChartSetFolder = terminal.GetFullPath("."),
        Include = [.. parsed.GetValue(_include) ?? []],
        Exclude = [.. parsed.GetValue(_exclude) ?? []],
        Diagnostics = ToIds(parsed.GetValue(_diagnostics)),
        UseConfiguration = !parsed.GetValue(_noConfig),
        UseSuppressions = !parsed.GetValue(_noSuppressions),
    };

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
}
