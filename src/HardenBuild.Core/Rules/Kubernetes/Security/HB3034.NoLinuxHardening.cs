using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>None of the kernel's protections is asked for.</summary>
internal sealed class NoLinuxHardening() : WorkloadRule("HB3034", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.IsLinux
        ? ReportGap(workload, [.. workload.Containers.Where(container => IsBare(container, workload.Pod))])
        : [];

    private static bool IsBare(Container container, PodTemplate pod)
    {
        var security = container.Security;
        return (security.AddsSysAdmin || security.DroppedCapabilities is { Items.IsEmpty: true, IsUnknown: false })
            && IsOff(security.SeccompProfile)
            && IsOff(security.AppArmorProfile)
            && IsOff(container.OwnSecurityContext.SelinuxOptions)
            && IsOff(pod.SecurityContext.SelinuxOptions);
    }

    private static bool IsOff(Setting<string> profile) => profile.IsAbsent || profile.Known is { } known && known.Value.Equals("Unconfined", StringComparison.OrdinalIgnoreCase);

    private static bool IsOff(ManifestFields options) => !options.IsUnknown && options.Mapping is null or { Members.IsEmpty: true };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NoLinuxHardening),
        Title = "Container asks for no protection of the kernel",
        MessageFormat =
            "Container '{0}' has neither a seccomp nor an AppArmor profile, no SELinux options and all capabilities of the runtime; "
            + "set 'seccompProfile.type: RuntimeDefault' and 'capabilities.drop: [ALL]'",
        Rationale =
            "Each of the four limits what a process that was broken into can ask of the kernel. A container that names none of them "
            + "has only what the node's administrator switched on. HB3011 and HB3027 ask for two of them, one by one.",
        WhenToIgnore = "When HB3011 and HB3027 are on, which report the same containers and more; this rule is off by default.",
        CatalogueSlugs = ["no-linux-hardening"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(693), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["polaris:linuxHardening", "kubescape:C-0055"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: [|api|]
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            allowPrivilegeEscalation: false
                            capabilities:
                              drop: [ALL]

                """),
        ],
    };
}
