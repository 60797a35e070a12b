using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>A health check runs a program that the image does not have.</summary>
internal sealed class HealthcheckToolNotInImage() : DockerfileRule("HB1158", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || Healthchecks.Effective(target) is not { Syntax: HealthcheckInstruction { Command: { } command } } healthcheck)
            yield break;
        var root = DockerfileModel.RootBase(target);
        if (!command.IsExecForm && healthcheck.State.Shell.Instruction is null && ImageTools.HasNoShell(root) && !InstalledTools.MayHave(model, target, "sh"))
        {
            yield return ReportIn(healthcheck.Stage, model.Source.At(command.Text.Span), "a shell", NameOf(root), "write [\"program\", \"argument\"] with a program that the image has, such as the application itself");
            yield break;
        }

        foreach (var run in model.Commands.FirstOrDefault(candidate => ReferenceEquals(candidate.Instruction, healthcheck))?.Invocations ?? [])
        {
            if (run.Name is not { } name || !ImageTools.Lacks(root, name) || InstalledTools.MayHave(model, target, name))
                continue;
            yield return ReportIn(healthcheck.Stage, model.Source.At(run.NameWord.Span), name, NameOf(root), "install it, or let the application check itself");
            yield break;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HealthcheckToolNotInImage),
        Title = "Health check runs a program that the image lacks",
        MessageFormat = "The health check runs '{0}', which '{1}' does not have, so the container is always unhealthy; {2}",
        Rationale = ".NET runtime images hold neither curl nor wget, Alpine has no curl and no bash, and chiseled images have no shell at all. "
            + "The check fails each time, and Compose or Swarm replaces a container that works.",
        WhenToIgnore = "When the program gets into the image in a way that the Dockerfile does not show, with a mounted folder for instance.",
        CatalogueSlugs = ["healthcheck-tool-not-in-image"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [|curl|] -f http://localhost:8080/healthz || exit 1\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [\"dotnet\", \"/app/Health.dll\"]\nUSER $APP_UID\n")],
        ComparedWith = "No peer compares the check with the image. Silent for images that are not in the table of known ones, and as soon as a step may install the program.",
    };

    private static string NameOf(StageBase root) => root.Image?.Text.Value ?? "";
}
