using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>WORKDIR lies in a folder of the system.</summary>
internal sealed class WorkdirSystemDirectory() : DockerfileRule("HB1087", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] SystemFolders = ["/proc", "/sys", "/dev", "/boot", "/initrd", "/lost+found"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is WorkdirInstruction workdir
                && instruction.Stage.OperatingSystem != ContainerOperatingSystem.Windows
                && ContainerPaths.Resolve(model, workdir.Path, instruction.State) is { } path
                && Array.Exists(SystemFolders, folder => HostPath.IsAtOrBelow(path, folder)))
            {
                yield return ReportIn(instruction.Stage, model.Source.At(workdir.Path.Span), workdir.Path.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkdirSystemDirectory),
        Title = "WORKDIR lies in a folder of the system",
        MessageFormat = "'{0}' belongs to the kernel or the boot loader: a container started there can reach files of the host through it, and what is copied there is lost; use a folder such as '/app'",
        Rationale = "'/proc', '/sys' and '/dev' are mounted by the runtime over whatever the image holds. A working directory such as '/proc/self/fd/8' has let containers escape to the host (CVE-2024-21626).",
        WhenToIgnore = "When the image is a tool that inspects these folders and never copies files there.",
        CatalogueSlugs = ["workdir-system-directory"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Aliases = ["trivy:DS-0030"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR [|/proc/self/fd/8|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nUSER $APP_UID\n")],
        ComparedWith = "The path is resolved first: '..', doubled slashes, quotes, variables and a relative path after another WORKDIR are followed.",
    };
}
