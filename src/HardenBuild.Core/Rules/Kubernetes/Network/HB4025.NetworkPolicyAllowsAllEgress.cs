using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy that allows all egress.</summary>
internal sealed class NetworkPolicyAllowsAllEgress() : ManifestSetRule("HB4025", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (!policy.IsStandard)
                continue;
            foreach (var rule in policy.Egress)
            {
                var place = rule.AllowsEverybody && rule.AllowsEveryPort ? rule.Location : EveryAddress(rule);
                if (place is { } location)
                    yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
            }
        }
    }

    private static SourceLocation? EveryAddress(PolicyPeers rule)
    {
        foreach (var (text, block, exceptions) in rule.Blocks())
        {
            if (block.PrefixLength == 0 && !PolicyPeers.IsMetadataExcepted(exceptions) && rule.AllowsEveryPort)
                return text.Location;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NetworkPolicyAllowsAllEgress),
        Title = "Network policy allows all egress",
        MessageFormat =
            "'{0}' lets its pods reach every address, the cloud's metadata service included; name the peers, or except "
            + "'169.254.169.254/32'",
        Rationale =
            "Who breaks into a pod loads tools from outside, sends data away and asks the metadata service for the node's "
            + "credentials. A rule that allows everything allows that too.",
        WhenToIgnore = "When the pods really call any address, such as a crawler, and the metadata service is closed otherwise.",
        CatalogueSlugs = ["network-policy-allows-all-egress"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubeaudit:AllowAllEgressNetworkPolicyExists"],
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
                  egress:
                    - to:
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
                  egress:
                    - to:
                        - ipBlock:
                            cidr: 0.0.0.0/0
                            except: [169.254.169.254/32]

                """),
        ],
    };
}
