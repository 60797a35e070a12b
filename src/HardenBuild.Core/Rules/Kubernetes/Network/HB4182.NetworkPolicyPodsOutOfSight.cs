using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy for pods of a repository without pods.</summary>
internal sealed class NetworkPolicyPodsOutOfSight() : ManifestSetRule("HB4182", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (policy.IsStandard && !policy.Pods.IsEmpty && policy.Pods.Location is { } location && set.Network.ArePodsOutOfSight(policy.Pods, policy.Object))
                yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NetworkPolicyPodsOutOfSight),
        Title = "Network policy selects pods that are not in the repository",
        MessageFormat = "'{0}' selects pods that are defined in none of the files; correct the labels or the namespace",
        Rationale =
            "A policy whose labels match nothing protects nothing and says so nowhere. The strict form of HB4027, which is silent "
            + "where nothing of the kind lies beside it: in most repositories it is defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["network-policy-pods-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod", "kubescape:C-0299", "kubescape:dangling-networkpolicy"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: api
                  namespace: shop
                spec:
                  podSelector:
                    matchLabels:
                      [|app: api|]

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: api
                  namespace: shop
                spec:
                  podSelector:
                    matchLabels:
                      app: api
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
