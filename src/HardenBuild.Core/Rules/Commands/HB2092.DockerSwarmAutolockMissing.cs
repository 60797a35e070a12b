using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>The keys of a swarm lie unprotected on its managers.</summary>
internal sealed class DockerSwarmAutolockMissing() : EngineCommandRule("HB2092", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        var autolock = command.Invocation.FindOption("--autolock");
        var isOff = autolock is { Value: "false" or "0" };
        if (command.Verb == "swarm init" && (autolock is null || isOff))
            yield return Report(command.VerbLocation, command.Title);
        else if (command.Verb == "swarm update" && isOff)
            yield return Report(command.Source.At(autolock!.ValueSpan), command.Title);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerSwarmAutolockMissing),
        Title = "The keys of a swarm lie unprotected on its managers",
        MessageFormat = "'{0}' leaves the keys of the cluster readable on the disk of each manager; add '--autolock'",
        Rationale = "A manager stores the keys for the cluster's state, with all its secrets, on its disk. With --autolock they are encrypted by a key that is asked for after a restart.",
        WhenToIgnore = "When the disks of the managers are encrypted and restarts must need nobody.",
        CatalogueSlugs = ["docker-swarm-autolock-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("7.5"), RuleReference.DevSec("docker-2.23"), RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm [|init|] --advertise-addr eth1

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker swarm init --autolock --advertise-addr eth1

                """),
        ],
    };
}
