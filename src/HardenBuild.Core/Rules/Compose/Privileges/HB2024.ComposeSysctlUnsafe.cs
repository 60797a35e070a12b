using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A container that sets kernel settings of the whole host.</summary>
internal sealed class ComposeSysctlUnsafe() : ContainerOptionsRule("HB2024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSysctlUnsafe),
        Title = "A container changes a kernel setting of the host",
        MessageFormat = "Kernel setting '{0}' of {1} '{2}' belongs to the whole host, so it either changes the host or keeps the container from starting; set it on the host if it is needed",
        Rationale = """
            Few kernel settings have a value for each container: those of System V shared memory and message queues, and those of a network of its own. All others are one value for the host.
            Forwarding of packets in the network of the host turns the host into a router.
            """,
        WhenToIgnore = "When the host is made for this one container. Prefer to set the value in the host's own configuration.",
        CatalogueSlugs = ["compose-sysctl-unsafe"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        ComparedWith = "A lowered 'net.ipv4.ip_unprivileged_port_start' is not reported: it counts in the container's own network, and Docker itself sets it to 0 since 20.10.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    sysctls:\n      [|kernel.core_pattern|]: \"|/bin/dump\"\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    sysctls:\n      net.core.somaxconn: 1024\n      kernel.shmmax: 68719476736\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var setting in container.Sysctls)
        {
            if (IsOfHost(setting.Name.Value) || (container.NetworkMode is { Value: "host" } && setting is { Name.Value: "net.ipv4.ip_forward", Value: { Value: "1" } }))
                yield return Report(setting.Name.Location, setting.Name.Value, container.Noun, container.Name.Value);
        }
    }

    /// <remarks>What runc accepts: https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go, function sysctl.</remarks>
    private static bool IsOfHost(string name)
    {
        if (name.StartsWith("kernel.", StringComparison.Ordinal))
            return !(name.StartsWith("kernel.shm", StringComparison.Ordinal) || name.StartsWith("kernel.msg", StringComparison.Ordinal) || name is "kernel.sem" or "kernel.domainname" or "kernel.hostname");
        return name.StartsWith("vm.", StringComparison.Ordinal) || (name.StartsWith("fs.", StringComparison.Ordinal) && !name.StartsWith("fs.mqueue.", StringComparison.Ordinal));
    }
}
