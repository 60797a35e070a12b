using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Namespaces;

/// <summary>A container sees the control groups of the host.</summary>
internal sealed class ComposeCgroupHost() : ContainerOptionsRule("HB2012", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeCgroupHost),
        Title = "A container sees the control groups of the host",
        MessageFormat = "The host's control groups are shared with {0} '{1}', so it sees the limits of all other containers and may change its own; remove 'cgroup: host'",
        Rationale = """
            In the host's cgroup namespace a container sees the tree of all processes with their limits. With a writable mount of it, which privileged containers have,
            it lifts its own limits, and the release agent of cgroup v1 has been a way out of the container (CVE-2022-0492).
            """,
        WhenToIgnore = "Agents that measure all containers need it, as do containers that run systemd on old hosts. Suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-cgroup-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.25"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D05")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cgroup: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    hostname: web\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.CgroupMode is { Value: "host" } mode)
            yield return Report(mode.Location, container.Noun, container.Name.Value);
    }
}
