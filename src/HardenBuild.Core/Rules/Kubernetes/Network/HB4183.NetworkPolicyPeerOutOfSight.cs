using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy that admits pods of a repository without such pods.</summary>
internal sealed class NetworkPolicyPeerOutOfSight() : ManifestSetRule("HB4183", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            foreach (var peer in policy.IsStandard ? policy.Ingress.Concat(policy.Egress).SelectMany(static rule => rule.Peers) : [])
            {
                if (peer["podSelector"] is not { } node || peer["namespaceSelector"] is not null)
                    continue;
                var selector = LabelSelector.From(node);
                if (!selector.IsEmpty && selector.Location is { } location && set.Network.ArePodsMissing(selector, policy.Object))
                    yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NetworkPolicyPeerOutOfSight),
        Title = "Network policy names a peer that is not in the repository",
        MessageFormat = "'{0}' allows pods that are defined in none of the files; correct the labels of the peer",
        Rationale =
            "A peer whose labels match nothing allows nothing. The strict form of HB4028, which is silent where the peer may be "
            + "defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["network-policy-peer-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:dangling-networkpolicypeer-podselector"],
        Supersedes = ["HB4028"],
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
                              [|app: gateway|]
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
