using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy that admits pods that do not exist.</summary>
internal sealed class DanglingNetworkPolicyPeer() : ManifestSetRule("HB4028", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (!policy.IsStandard || !set.Network.ArePodsInSight(policy.Object) || !HasOthers(set, policy))
                continue;
            foreach (var peer in policy.Ingress.Concat(policy.Egress).SelectMany(static rule => rule.Peers))
            {
                if (peer["podSelector"] is not { } node || peer["namespaceSelector"] is not null)
                    continue;
                var selector = LabelSelector.From(node);
                if (!selector.IsEmpty && selector.Location is { } location && set.Network.Pods.Selects(selector, policy.Object.Namespace) == Answer.No)
                    yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
            }
        }
    }

    // Where only the policy's own pods are in sight, its peers live elsewhere.
    private static bool HasOthers(ManifestSet set, NetworkPolicy policy) =>
        set.Network.Pods.CountIn(policy.Object.Namespace) > set.Network.Pods.Selected(policy.Pods, policy.Object.Namespace).Count();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingNetworkPolicyPeer),
        Title = "Network policy names a peer that does not exist",
        MessageFormat = "'{0}' allows pods that are not defined beside it; correct the labels of the peer",
        Rationale = "A peer whose labels match nothing allows nothing: the connection that was to be allowed is refused.",
        WhenToIgnore = "When the peer is defined in another repository.",
        CatalogueSlugs = ["dangling-network-policy-peer"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dangling-networkpolicypeer-podselector"],
        ComparedWith = "kube-linter also reports peers that may be defined elsewhere, which are HB4183's.",
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
                      app: api
                  ingress:
                    - from:
                        - podSelector:
                            matchLabels:
                              [|app: webb|]
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
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                        - name: web
                          image: registry.example.com/web:1.4.2

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
                  ingress:
                    - from:
                        - podSelector:
                            matchLabels:
                              app: api
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
