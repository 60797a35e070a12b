using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>An image is made from a running container.</summary>
internal sealed class DockerCommitImage() : EngineCommandRule("HB2093", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb == "commit")
            yield return Report(command.VerbLocation, command.Title);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerCommitImage),
        Title = "An image is made from a running container",
        MessageFormat = "'{0}' makes an image that nobody can build again or review; write a Dockerfile",
        Rationale = "What docker commit stores depends on everything that happened in the container. Nobody can tell what is in the image, rebuild it with security fixes or compare it with its source; secrets that the container had in memory files or variables stay in it.",
        WhenToIgnore = "When the image is only looked at, to find a fault.",
        CatalogueSlugs = ["docker-commit-image"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspDocker("D09")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker [|commit|] web example/web:1.2

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker build -t example/web:1.2 .

                """),
        ],
    };
}
