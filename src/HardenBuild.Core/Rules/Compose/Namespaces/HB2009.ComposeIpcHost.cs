using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Namespaces;

/// <summary>A container in the IPC namespace of the host.</summary>
internal sealed class ComposeIpcHost() : ContainerOptionsRule("HB2009", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeIpcHost),
        Title = "A container shares memory with the host",
        MessageFormat = "Shared memory and semaphores are shared with {0}, so it can read and change data of processes outside; remove the 'ipc' key",
        Rationale = """
            Databases and desktop programs keep data in shared memory. A container in the host's IPC namespace can read and change it.
            A shareable namespace opens the container's own memory to others, which is worth a look but harmless until one joins.
            """,
        WhenToIgnore = "Programs that exchange large data through shared memory can share a namespace among themselves with 'ipc: service:name' instead.",
        CatalogueSlugs = ["compose-ipc-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.17"), RuleReference.DevSec("docker-5.16"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D05")],
        Aliases = ["kics:shared_host_ipc_namespace", "kics:ipc_set_to_host"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ipc: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.IpcMode is { Value: "host" } mode)
            yield return Report(mode.Location, $"{container.Noun} '{container.Name.Value}'");
        else if (container.IpcMode is { Value: "shareable" } shareable)
            yield return Report(shareable.Location, $"{container.Noun} '{container.Name.Value}'") with { AtMost = RuleSeverity.Suggestion };
    }
}
