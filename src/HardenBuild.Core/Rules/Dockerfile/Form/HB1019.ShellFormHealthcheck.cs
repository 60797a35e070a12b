using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>A health check is started through a shell.</summary>
internal sealed class ShellFormHealthcheck() : DockerfileRule("HB1019", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is HealthcheckInstruction { Command: { IsExecForm: false } command } && instruction.State.Shell.Instruction is null)
                yield return ReportIn(instruction.Stage, model.Source.At(command.Text.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellFormHealthcheck),
        Title = "Health check is started through a shell",
        MessageFormat = "The health check needs a shell in the image and starts one for each probe; write CMD [\"program\", \"argument\"]",
        Rationale = "A shell for each probe costs little, but it must be there: images without a shell, chiseled and distroless ones, cannot run such a check.",
        WhenToIgnore = "When the check needs the shell, as in 'curl -f http://localhost/ || exit 1', the form that Docker's own documentation shows.",
        CatalogueSlugs = ["shell-form-healthcheck"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3025"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [|dotnet /app/Health.dll|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [\"dotnet\", \"/app/Health.dll\"]\nUSER $APP_UID\n")],
        ComparedWith = "hadolint reports it with the shell form of CMD. It does no harm to signals, so it is off here; an image that has no shell at all is a warning of HB1158.",
    };
}
