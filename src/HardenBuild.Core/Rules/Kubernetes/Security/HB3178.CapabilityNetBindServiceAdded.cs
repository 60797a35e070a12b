using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>NET_BIND_SERVICE</c> among the added capabilities.</summary>
internal sealed class CapabilityNetBindServiceAdded() : WorkloadRule("HB3178", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from container in workload.Pod.IsLinux ? workload.Containers : []
        from capability in container.Security.AddedCapabilities.Items
        where Capabilities.Normalize(capability.Value) == "NET_BIND_SERVICE"
        select ReportContainer(workload, container, capability.Location, container.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilityNetBindServiceAdded),
        Title = "Container adds the capability NET_BIND_SERVICE",
        MessageFormat =
            "Container '{0}' may listen on ports below 1024; let it listen on a higher one, which a Service can publish under any "
            + "number, and remove the capability",
        Rationale =
            "It is the one capability that the Pod Security Standard 'restricted' lets containers add, and no other rule speaks of "
            + "it. Behind a Service no container needs a low port; where it must have one, the safe sysctl "
            + "'net.ipv4.ip_unprivileged_port_start' opens it to every user. .NET images listen on port 8080 since version 8.",
        WhenToIgnore = "When the program cannot listen elsewhere; the rule is off by default.",
        CatalogueSlugs = ["capability-net-bind-service-added"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0022", "checkov:CKV_K8S_25", "kubeaudit:CapabilityAdded"],
        ComparedWith = "The other tools report it among all added capabilities, which HB3014 to HB3019 report.",
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
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            capabilities:
                              drop: [ALL]
                              add: [[|NET_BIND_SERVICE|]]

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
                              drop: [ALL]

                """),
        ],
    };
}
