using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A policy without any selector.</summary>
internal sealed class NetworkPolicyWithoutSelectors() : ManifestRule("HB4026", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "NetworkPolicy" || manifest.ApiGroup is not ("networking.k8s.io" or "extensions"))
            yield break;
        var spec = new ManifestFields(manifest.Root["spec"]);
        if (!spec.IsUnknown && spec.Object("podSelector").IsAbsent && !HasPeerSelector(spec))
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    private static bool HasPeerSelector(ManifestFields spec) =>
        spec.Objects("ingress").SelectMany(static rule => new ManifestFields(rule).Objects("from"))
            .Concat(spec.Objects("egress").SelectMany(static rule => new ManifestFields(rule).Objects("to")))
            .Any(static peer => peer["podSelector"] is not null || peer["namespaceSelector"] is not null);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NetworkPolicyWithoutSelectors),
        Title = "Network policy selects nothing",
        MessageFormat = "'{0}' has no 'podSelector' and no 'namespaceSelector'; add the pods that it is for",
        Rationale = "'podSelector' is required; without it the API server refuses the policy. The rule is off by default.",
        WhenToIgnore = "Never: the policy is refused.",
        CatalogueSlugs = ["network-policy-without-selectors"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Related = ["trivy:KSV-0038"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  policyTypes: [Ingress]

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

                """),
        ],
    };
}
