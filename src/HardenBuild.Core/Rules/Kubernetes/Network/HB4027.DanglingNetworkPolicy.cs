using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy for pods that do not exist.</summary>
internal sealed class DanglingNetworkPolicy() : ManifestSetRule("HB4027", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (policy.IsStandard && !policy.Pods.IsEmpty && policy.Pods.Location is { } location && set.Network.ArePodsInSight(policy.Object) && set.Network.Pods.Selects(policy.Pods, policy.Object.Namespace) == Answer.No)
                yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingNetworkPolicy),
        Title = "Network policy selects no pods",
        MessageFormat = "'{0}' selects no pods that are defined beside it; correct the labels or the namespace",
        Rationale =
            "A policy whose labels match nothing protects nothing and says so nowhere: the pods that it was written for stay "
            + "open.",
        WhenToIgnore = "When an operator or another repository makes the pods, or a tool adds the labels.",
        CatalogueSlugs = ["dangling-network-policy"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod", "kubescape:C-0299", "kubescape:dangling-networkpolicy", "kics:Network Policy Is Not Targeting Any Pod"],
        ComparedWith = "kube-linter and kubescape also report policies without any pods in sight, which are HB4182's.",
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
                      [|app: apii|]
                  policyTypes: [Ingress]
                ---
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
                  policyTypes: [Ingress]
                ---
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

                """),
        ],
    };
}
