using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Docker;

/// <summary>Tells which program <c>sh</c> is in each stage, from the base image.</summary>
internal sealed class PlainShells
{
    private const string Library = "docker.io/library/";

    private readonly Dictionary<DockerfileStage, PlainShell> _byStage = [];

    public PlainShells(DockerfileModel model)
    {
        var replaced = new HashSet<DockerfileStage>();
        foreach (var command in model.Commands)
        {
            if (command.Invocations.Any(ReplacesShell))
                replaced.Add(command.Instruction.Stage);
        }

        // A parent comes before the stages built upon it.
        foreach (var stage in model.Stages)
            _byStage[stage] = replaced.Contains(stage) ? PlainShell.Unknown : stage.Base.Stage is { } parent ? _byStage[parent] : Of(stage.Base);
    }

    public PlainShell Of(DockerfileStage stage, ShellInterpreter interpreter) => interpreter.Name switch
    {
        "dash" => PlainShell.Dash,
        "sh" or "ash" => _byStage[stage],
        _ => PlainShell.Unknown,
    };

    private static PlainShell Of(StageBase stageBase)
    {
        if (stageBase is not { Kind: StageBaseKind.Image, Image: { IsTagKnown: true } image } || stageBase.Known is { OperatingSystem: ContainerOperatingSystem.Windows })
            return PlainShell.Unknown;
        return stageBase.Known?.PackageManager switch
        {
            "apt-get" => PlainShell.Dash,
            "apk" => PlainShell.BusyBox,
            null when image.CanonicalRepository == Library + "busybox" => PlainShell.BusyBox,
            null when IsOfficialOnDebian(image.CanonicalRepository) => OfTag(image.Tag?.Value ?? ""),
            _ => PlainShell.Unknown,
        };
    }

    private static PlainShell OfTag(string tag)
    {
        if (tag.Contains("alpine", StringComparison.Ordinal))
            return PlainShell.BusyBox;
        return tag.Contains("windows", StringComparison.Ordinal) || tag.Contains("server", StringComparison.Ordinal) ? PlainShell.Unknown : PlainShell.Dash;
    }

    /// <summary>Official images that are Debian or Ubuntu unless the tag says Alpine or Windows.</summary>
    private static bool IsOfficialOnDebian(string repository) =>
        repository.StartsWith(Library, StringComparison.Ordinal) && repository.Substring(Library.Length) is
            "python" or "node" or "golang" or "ruby" or "php" or "rust" or "perl" or "gcc" or "nginx" or "httpd" or "redis" or "postgres" or "wordpress";

    /// <summary><c>ln -sf bash /bin/sh</c>, <c>dpkg-reconfigure dash</c>.</summary>
    private static bool ReplacesShell(Invocation invocation) => invocation.Name switch
    {
        "ln" or "mv" or "cp" or "rm" => invocation.Words.Any(static word => word.Value is "/bin/sh" or "/usr/bin/sh"),
        "dpkg-reconfigure" => invocation.Words.Any(static word => word.Value is "dash"),
        "update-alternatives" or "dpkg-divert" => invocation.Words.Any(static word => word.Prefix.EndsWith("/sh", StringComparison.Ordinal)),
        _ => false,
    };
}
