using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>capabilities.drop</c> has neither <c>ALL</c> nor <c>NET_RAW</c>.</summary>
internal sealed class CapabilitiesNetRawNotDropped() : WorkloadRule("HB3013", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.IsLinux
        ? ReportGap(workload, [.. workload.Containers.Where(KeepsNetRaw)])
        : [];

    private static bool KeepsNetRaw(Container container)
    {
        var dropped = container.Security.DroppedCapabilities;
        return !dropped.IsUnknown && !dropped.Items.Any(static capability => Capabilities.Normalize(capability.Value) is "ALL" or "NET_RAW");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilitiesNetRawNotDropped),
        Title = "Container keeps NET_RAW",
        MessageFormat = "Container '{0}' may forge packets with NET_RAW and so answer for other pods; set 'capabilities.drop: [ALL]'",
        Rationale =
            "With NET_RAW a process writes any packet, which allows it to spoof ARP and DNS answers within the network of the "
            + "cluster. Most runtimes give it to every container. .NET applications do not use it.",
        WhenToIgnore =
            "When HB3011 is on, which reports the same containers and asks for more, or when the runtime gives no NET_RAW, as "
            + "CRI-O; this rule is off by default.",
        CatalogueSlugs = ["capabilities-net-raw-not-dropped"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.8"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "checkov:CKV_K8S_28",
            "kube-linter:drop-net-raw-capability",
            "kubescape:drop-capability-netraw",
            "kics:NET_RAW Capabilities Not Being Dropped",
        ],
        ComparedWith =
            "kube-linter says nothing where the security context or the capabilities are absent, although such a container has "
            + "NET_RAW.",
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
                          securityContext:
                            capabilities:
                              drop: [CHOWN]

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
                            capabilities:
                              drop: [NET_RAW]

                """),
        ],
    };
}
