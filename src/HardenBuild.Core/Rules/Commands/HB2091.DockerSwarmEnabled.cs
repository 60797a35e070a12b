using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A script turns the host into a swarm.</summary>
internal sealed class DockerSwarmEnabled() : EngineCommandRule("HB2091", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb == "swarm init")
            yield return Report(command.VerbLocation, command.Title);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerSwarmEnabled),
        Title = "A script turns the host into a swarm",
        MessageFormat = "'{0}' opens ports 2377, 7946 and 4789 of the host; leave swarm mode off where nothing uses it",
        Rationale = "Swarm mode opens three ports for managers, gossip and overlay networks. A host that runs containers by itself does not need it.",
        WhenToIgnore = "When the host is meant to be part of a swarm.",
        CatalogueSlugs = ["docker-swarm-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.1"), RuleReference.DevSec("docker-2.15"), RuleReference.Cwe(1188), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm [|init|]

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm leave

                """),
        ],
    };
}
