using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy that allows all ingress.</summary>
internal sealed class NetworkPolicyAllowsAllIngress() : ManifestSetRule("HB4024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (!policy.IsStandard)
                continue;
            foreach (var rule in policy.Ingress)
            {
                var place = rule.AllowsEverybody && rule.AllowsEveryPort ? rule.Location : EveryAddress(rule);
                if (place is { } location)
                    yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath, AtMost = rule.AllowsEveryPort ? RuleSeverity.Error : RuleSeverity.Suggestion };
            }
        }
    }

    private static SourceLocation? EveryAddress(PolicyPeers rule)
    {
        foreach (var (text, block, exceptions) in rule.Blocks())
        {
            if (block.PrefixLength == 0 && exceptions is { Items.IsEmpty: true, IsUnknown: false })
                return text.Location;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NetworkPolicyAllowsAllIngress),
        Title = "Network policy allows all ingress",
        MessageFormat =
            "'{0}' lets everybody in, inside and outside of the cluster; name the pods, namespaces or addresses that may ask",
        Rationale = "Policies add up: one that allows everything undoes all others for its pods, also those that deny.",
        WhenToIgnore = "When the pods serve the public on the ports that the rule names.",
        CatalogueSlugs = ["network-policy-allows-all-ingress"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubeaudit:AllowAllIngressNetworkPolicyExists"],
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
                        - ipBlock:
                            cidr: [|0.0.0.0/0|]

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
                              app: web

                """),
        ],
    };
}
