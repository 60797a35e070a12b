using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A swarm listens on every interface.</summary>
internal sealed class DockerSwarmInitExposed() : EngineCommandRule("HB2090", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb is "swarm init" or "swarm join" && command.Invocation.FindOption("--listen-addr", "--advertise-addr") is null)
            yield return Report(command.VerbLocation, command.Title);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerSwarmInitExposed),
        Title = "A swarm listens on every network interface",
        MessageFormat = "'{0}' without '--listen-addr' opens the port of the cluster on every network of the host; name the interface of the cluster's own network",
        Rationale = "The managers of a swarm accept nodes and orders on port 2377. Without an address they do so on all networks of the host, public ones included.",
        WhenToIgnore = "On hosts with one network interface.",
        CatalogueSlugs = ["docker-swarm-init-exposed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("7.2"), RuleReference.DevSec("docker-2.17"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm [|init|] --autolock

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm init --autolock --advertise-addr eth1 --listen-addr eth1

                """),
        ],
    };
}
