using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Health;

/// <summary>A container whose health check is switched off.</summary>
internal sealed class ComposeHealthcheckDisabled() : ContainerOptionsRule("HB2032", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeHealthcheckDisabled),
        Title = "A health check is switched off",
        MessageFormat = "'{0}' switches the health check of {1} '{2}' off, so a service that hangs goes unnoticed; remove it or write a check that fits",
        Rationale = """
            Whoever built the image knew how to ask the application. Without the answer 'docker ps' shows a container as running that answers nobody, and services cannot wait until it is ready.
            """,
        WhenToIgnore = "When the check of the image does not fit your configuration and the orchestrator has one of its own.",
        CatalogueSlugs = ["compose-healthcheck-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(693)],
        Violations =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    healthcheck:\n      disable: [|true|]\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    healthcheck:\n      test: [[|\"NONE\"|]]\n"),
        ],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    healthcheck:\n      test: [\"CMD\", \"/app/health\"]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Healthcheck?.Disabled is { } disabled && !DevelopmentFile.IsForDevelopment(disabled.Source.Path))
            yield return Report(disabled, disabled.Source.Substring(disabled.Span), container.Noun, container.Name.Value);
    }
}
