using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Namespaces;

/// <summary>A container in the process namespace of the host.</summary>
internal sealed class ComposePidHost() : ContainerOptionsRule("HB2008", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePidHost),
        Title = "A container sees all processes of the host",
        MessageFormat = "The host's processes are shared with {0}, so it can read their memory and environment and kill them; remove 'pid: host'",
        Rationale = """
            In the host's process namespace a container sees the command line and, with the right user, the environment and memory of every process of the host.
            Passwords of other services are readable there, and a container that runs as root can stop any of them.
            """,
        WhenToIgnore = "Tracing and monitoring agents need it. Suppress the finding at the line with a reason, and run nothing else in that container.",
        CatalogueSlugs = ["compose-pid-host", "docker-run-insecure-flags", "devcontainer-host-namespace", "github-container-options-insecure", "azure-container-options-insecure", "quadlet-isolation-weakened"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.16"), RuleReference.DevSec("docker-5.15"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D05")],
        Related = ["kics:host_namespace_is_shared"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    pid: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.PidMode is { Value: "host" } mode)
            yield return Report(mode.Location, $"{container.Noun} '{container.Name.Value}'");
    }
}
