using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>The image switches the health check off.</summary>
internal sealed class HealthcheckDisabled() : DockerfileRule("HB1157", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { } target && Healthchecks.Effective(target) is { Syntax: HealthcheckInstruction { IsNone: true } none } healthcheck)
            yield return ReportIn(healthcheck.Stage, model.Source.At(none.Arguments.Span), none.Arguments.Text);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HealthcheckDisabled),
        Title = "Health check is switched off",
        MessageFormat = "HEALTHCHECK '{0}' removes the check that the base image brings, and a container that hangs counts as healthy; remove it, or write a check of your own",
        Rationale = "Without a check Docker and Compose only see that a process runs, not that it answers.",
        WhenToIgnore = "When the image runs in Kubernetes, which has probes, or the check of the base image does not fit.",
        CatalogueSlugs = ["healthcheck-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(693)],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK [|NONE|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [\"dotnet\", \"/app/Health.dll\"]\nUSER $APP_UID\n")],
    };
}
