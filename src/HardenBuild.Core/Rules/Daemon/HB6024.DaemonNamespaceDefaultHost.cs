using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Containers share namespaces by default.</summary>
internal sealed class DaemonNamespaceDefaultHost() : DaemonRule("HB6024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("default-cgroupns-mode") is { Value: "host" } cgroup)
            yield return Report(cgroup.Location, "default-cgroupns-mode", cgroup.Value, "every container sees the control groups of the host");
        if (configuration.Settings.Text("default-ipc-mode") is { Value: "shareable" } ipc)
            yield return Report(ipc.Location, "default-ipc-mode", ipc.Value, "the shared memory of every container can be joined by others");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonNamespaceDefaultHost),
        Title = "Containers share namespaces with the host or each other by default",
        MessageFormat = "'{0}' is '{1}', so {2}; set it to 'private'",
        Rationale = "A container that says nothing gets the daemon's defaults. In the control group namespace of the host it sees all services; shareable shared memory can be joined by other containers.",
        WhenToIgnore = "On hosts with the first version of control groups, where host is the default.",
        CatalogueSlugs = ["daemon-namespace-default-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(653), RuleReference.OwaspDocker("D05")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "default-cgroupns-mode": "[|host|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "default-cgroupns-mode": "private"
                }

                """),
        ],
    };
}
