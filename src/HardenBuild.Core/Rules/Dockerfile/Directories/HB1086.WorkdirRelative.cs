using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>The first WORKDIR of a stage chain is relative.</summary>
internal sealed class WorkdirRelative() : DockerfileRule("HB1086", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        DockerfileStage? triggered = null;
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not WorkdirInstruction workdir)
                continue;

            // A trigger continues from what the whole stage, and the triggers before it, leave behind.
            var isFirst = instruction.IsTrigger ? instruction.Stage.FinalState.Workdir is null && triggered != instruction.Stage : instruction.State.Workdir is null;
            if (isFirst && ContainerPaths.IsRelative(model, workdir.Path, instruction.State))
                yield return ReportIn(instruction.Stage, model.Source.At(workdir.Path.Span), workdir.Path.Value);
            if (instruction.IsTrigger)
                triggered = instruction.Stage;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkdirRelative),
        Title = "WORKDIR is relative to an unknown folder",
        MessageFormat = "'{0}' is relative to whatever folder the base image leaves, so a new base image moves the application; write an absolute path such as '/app'",
        Rationale = "A relative WORKDIR is joined with the one before it. The first one of a file is joined with the base image's, which the file does not show and its publisher may change.",
        WhenToIgnore = "When the folder of the base image is documented and the path below it is meant, as with 'golang' images.",
        CatalogueSlugs = ["workdir-relative"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3000", "trivy:DS-0009", "checkov:CKV_DOCKER_10", "kics:workdir_path_not_absolute", "buildkit:WorkdirRelativePath", "sonar:S7021"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR [|app|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nWORKDIR bin\nUSER $APP_UID\n")],
        ComparedWith = "hadolint, trivy, checkov and KICS report every relative WORKDIR; after an absolute one in the same stage, or in a stage it builds upon, the path is known and accepted here, as BuildKit does.",
    };
}
