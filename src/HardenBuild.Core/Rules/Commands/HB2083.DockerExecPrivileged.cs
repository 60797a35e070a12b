using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A command in a running container is given all rights.</summary>
internal sealed class DockerExecPrivileged() : EngineCommandRule("HB2083", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.Verb == "exec" && command.Invocation.FindOption("--privileged") is { } flag && flag.Value is null or "true" && !(flag.HasValue && flag.Value is null))
            yield return Report(command.Source.At(flag.Value is null ? flag.TokenSpan : flag.Word.Span), "--privileged");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerExecPrivileged),
        Title = "A command in a running container is given all rights",
        MessageFormat = "'{0}' gives the command in the container every capability, so what it starts can leave the container; remove the flag",
        Rationale = "docker exec --privileged starts a process with all capabilities in a container that was started without them. A container whose files an attacker has changed takes over the host as soon as somebody runs a command in it that way.",
        WhenToIgnore = "While you look for a fault of the host itself; such commands do not belong in scripts.",
        CatalogueSlugs = ["docker-exec-privileged"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.23"), RuleReference.DevSec("docker-5.22"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker exec [|--privileged|] web ip link

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker exec web ip link

                """),
        ],
    };
}
