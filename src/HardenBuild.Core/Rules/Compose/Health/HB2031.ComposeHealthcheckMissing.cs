using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Health;

/// <summary>Containers whose health nobody asks for.</summary>
internal sealed class ComposeHealthcheckMissing() : ContainerGapRule("HB2031", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeHealthcheckMissing),
        Title = "A container has no health check",
        MessageFormat = "Nothing tells whether {0} still works, so requests go to a service that hangs; add a 'healthcheck' that asks the application itself",
        Rationale = """
            A container runs as long as its process does, even if that answers nobody. A health check makes 'docker ps' and services that wait with 'condition: service_healthy' know better.
            ASP.NET Core offers MapHealthChecks for it.
            """,
        WhenToIgnore = "Jobs that end by themselves have no health. Images may bring a check of their own, which is why the rule is off unless you ask for it.",
        CatalogueSlugs = ["compose-healthcheck-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("5.27"), RuleReference.DevSec("docker-5.26"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Related = ["kics:healthcheck_not_set"],
        ComparedWith = "KICS reports services that are built as well; there the Dockerfile decides.",
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    healthcheck:\n      test: [\"CMD\", \"wget\", \"-qO-\", \"http://localhost:8080/health\"]\n")],
    };

    // What a build brings is for the Dockerfile to say.
    protected override bool IsLacking(ContainerOptions container) =>
        container is { Healthcheck: null, Build: null, Restart: not { Condition.Value: "no" or "none" or "on-failure" } } && container.IsKnown(ContainerSettings.Healthcheck);
}
