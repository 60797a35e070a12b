using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A pod of the node's network that does not find Services.</summary>
internal sealed class HostNetworkDnsPolicy() : WorkloadRule("HB3105", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var policy = new ManifestFields(workload.Pod.Spec).Text("dnsPolicy");
        if (workload.Pod.HostNetwork.Known is { Value: true } network && policy.IsAbsentOr("ClusterFirst"))
            yield return ReportPod(workload, policy.Known?.Location ?? network.Location, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostNetworkDnsPolicy),
        Title = "Pod in the network of the node does not find Services",
        MessageFormat =
            "'{0}' shares the node's network, where the default DNS policy asks the node's resolver and finds no Service; set "
            + "'dnsPolicy: ClusterFirstWithHostNet'",
        Rationale =
            "With 'hostNetwork: true' the policy 'ClusterFirst' falls back to the node's settings. Names such as 'db.shop.svc' "
            + "then are unknown.",
        WhenToIgnore = "When the pod needs names of the node's network only.",
        CatalogueSlugs = ["host-network-dns-policy"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      hostNetwork: [|true|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      hostNetwork: true
                      dnsPolicy: ClusterFirstWithHostNet
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
