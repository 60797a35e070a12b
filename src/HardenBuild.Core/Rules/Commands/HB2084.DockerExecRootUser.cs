using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A command in a running container runs as root.</summary>
internal sealed class DockerExecRootUser() : EngineCommandRule("HB2084", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb == "exec" && command.Invocation.FindOption("-u", "--user") is { Value: { } user } option && user.Split(':')[0] is "root" or "0")
            yield return Report(command.Source.At(option.ValueSpan), user);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerExecRootUser),
        Title = "A command in a running container runs as root",
        MessageFormat = "'{0}' makes the command root in the container although the container may run as another user; use the container's own user",
        Rationale = "A container that runs as an ordinary user is weakened by each command that runs in it as root: files that belong to root afterwards tempt people to run the whole container as root.",
        WhenToIgnore = "In runbooks of administrators that install or repair something in a container on purpose.",
        CatalogueSlugs = ["docker-exec-root-user"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.24"), RuleReference.DevSec("docker-5.23"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker exec -u [|root|] web id

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker exec -u app web id

                """),
        ],
    };
}
