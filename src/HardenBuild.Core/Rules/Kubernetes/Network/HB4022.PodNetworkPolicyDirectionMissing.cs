using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Pods whose policies limit one direction only.</summary>
internal sealed class PodNetworkPolicyDirectionMissing() : ManifestSetRule("HB4022", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Network.Coverage.Workloads())
        {
            var isolation = set.Network.IsolationOf(workload);
            if (isolation.IsSelected != Answer.Yes || (isolation.LimitsIngress != Answer.No && isolation.LimitsEgress != Answer.No))
                continue;
            yield return Report(workload.Object.NameLocation, workload.LogicalPath, isolation.LimitsIngress == Answer.No ? "ingress" : "egress") with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodNetworkPolicyDirectionMissing),
        Title = "Network policies leave one direction open",
        MessageFormat = "Policies select the pods of '{0}' but leave {1} open; add it to 'policyTypes'",
        Rationale =
            "A policy without 'policyTypes' limits what comes in. What goes out stays open unless a section says otherwise. The "
            + "rule is off by default.",
        WhenToIgnore = "When one direction is open on purpose.",
        CatalogueSlugs = ["pod-network-policy-direction-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["polaris:missingNetworkPolicy", "kube-score:pod-networkpolicy"],
        ComparedWith = "polaris asks for rules in both directions, so that a policy which denies everything fails; here it passes.",
        Violations =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: api
                  namespace: shop
                spec:
                  podSelector:
                    matchLabels:
                      app: api
                  policyTypes: [Ingress]

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
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: api
                  namespace: shop
                spec:
                  podSelector:
                    matchLabels:
                      app: api
                  policyTypes: [Ingress, Egress]

                """),
        ],
    };
}
