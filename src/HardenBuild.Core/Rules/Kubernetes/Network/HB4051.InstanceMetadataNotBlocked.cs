using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A way to the credentials of the node.</summary>
internal sealed class InstanceMetadataNotBlocked() : ManifestSetRule("HB4051", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var policy in set.Network.Policies)
        {
            if (!policy.IsStandard || policy.LimitsEgress != Answer.Yes)
                continue;
            foreach (var rule in policy.Egress)
            {
                if (rule.AllowsMetadata() is { } location)
                {
                    yield return Report(location, policy.Object.LogicalPath) with { LogicalPath = policy.Object.LogicalPath };
                    break;
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InstanceMetadataNotBlocked),
        Title = "Network policy leaves the metadata service open",
        MessageFormat =
            "'{0}' lets its pods reach the cloud's metadata service, which gives out the node's credentials; except "
            + "'169.254.169.254/32'",
        Rationale =
            "A request that an application can be made to send, or a shell in its container, is enough to ask the metadata "
            + "service. The rule is off by default, as workload identities of some clouds need it.",
        WhenToIgnore = "When the pods get their own identity from the service.",
        CatalogueSlugs = ["instance-metadata-not-blocked"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(918), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
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
