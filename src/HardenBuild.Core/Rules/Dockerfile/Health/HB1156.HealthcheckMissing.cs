using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>The image says nothing about how to tell that its program works.</summary>
internal sealed class HealthcheckMissing() : DockerfileRule("HB1156", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { } target && Healthchecks.Effective(target) is null && !HasNoShell(target))
            yield return ReportIn(target, target.Location, model.Source.Substring(target.Location.Span));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HealthcheckMissing),
        Title = "Image has no health check",
        MessageFormat = "The stage on '{0}' has no HEALTHCHECK, so a container that hangs counts as healthy; add one, or HEALTHCHECK NONE to say that the platform checks",
        Rationale = "Docker and Compose only see that a process runs, not that it answers. Without a check a container that hangs is neither restarted nor taken out of service.",
        WhenToIgnore = "When the image runs in Kubernetes, which ignores HEALTHCHECK and has probes, when the Compose file has the check, or when the image is a base or a tool.",
        CatalogueSlugs = ["healthcheck-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.6"), RuleReference.DevSec("docker-4.6"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Aliases =
        [
            "hadolint:DL3057", "trivy:DS-0026", "checkov:CKV_DOCKER_2", "kics:healthcheck_instruction_missing", "kics:healthcheck_instruction", "dockle:CIS-DI-0006",
        ],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/aspnet:10.0|]\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [\"dotnet\", \"Health.dll\"]\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
        ComparedWith = "Off by default, as in hadolint. Only the final stage and its ancestors are looked at, and images without a shell, chiseled and distroless ones, are accepted.",
    };

    private static bool HasNoShell(DockerfileStage target) => DockerfileModel.RootBase(target).Known is { Shell.IsEmpty: true };
}
