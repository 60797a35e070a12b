using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>The disk is not limited.</summary>
internal sealed class EphemeralStorageRequestOrLimitMissing() : WorkloadRule("HB3089", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. workload.Containers.Where(static container => container.Resources.OwnRequest(ContainerResources.EphemeralStorage).IsAbsent || container.Resources.Limit(ContainerResources.EphemeralStorage).IsAbsent)]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EphemeralStorageRequestOrLimitMissing),
        Title = "Ephemeral storage is not limited",
        MessageFormat =
            "Container '{0}' may fill the disk of its node with logs and temporary files; set "
            + "'resources.requests.ephemeral-storage' and the limit",
        Rationale =
            "A node whose disk is full evicts pods until there is room again, whoever filled it. The rule is off by default: few "
            + "clusters limit this resource.",
        WhenToIgnore = "When the containers write nothing to their own file system.",
        CatalogueSlugs = ["ephemeral-storage-request-or-limit-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kube-score:container-ephemeral-storage-request-and-limit"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: [|api|]
                          image: registry.example.com/api:1.4.2
                          resources:
                            limits:
                              memory: 256Mi

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          resources:
                            requests:
                              ephemeral-storage: 100Mi
                            limits:
                              ephemeral-storage: 100Mi

                """),
        ],
    };
}
