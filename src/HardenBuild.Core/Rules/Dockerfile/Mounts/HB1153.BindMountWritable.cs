using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Mounts;

/// <summary>RUN mounts a folder that it may write to, though what it writes is thrown away.</summary>
internal sealed class BindMountWritable() : DockerfileRule("HB1153", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var flag in instruction.Syntax.Flags)
            {
                if (flag.Mount is { Type: "bind" } mount && WritableOption(mount) is { } option)
                    yield return ReportIn(instruction.Stage, model.Source.At(option.Span), option.Key);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BindMountWritable),
        Title = "Bind mount is writable",
        MessageFormat = "'{0}' lets the step write into the mounted folder, and what it writes is lost after the step; remove it, and write elsewhere or use a cache mount",
        Rationale = "A writable bind mount looks as if results stayed. They do not: the builder throws the changes away when the step ends, and a step that changes its sources is hard to repeat.",
        WhenToIgnore = "When a tool insists on writing beside its sources and nothing of it is needed later.",
        CatalogueSlugs = ["bind-mount-writable"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=bind,target=/src,[|rw|] dotnet publish /src -o /app\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=bind,target=/src dotnet publish /src -o /app --artifacts-path /tmp/artifacts\n")],
    };

    private static MountOption? WritableOption(RunMount mount)
    {
        foreach (var option in mount.Options)
        {
            if (option.Key is "rw" or "readwrite" && !SwitchWords.IsOff(option.Value?.Value))
                return option;
            if (option.Key is "ro" or "readonly" && SwitchWords.IsOff(option.Value?.Value))
                return option;
        }

        return null;
    }
}
