using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A namespace that is open by default.</summary>
internal sealed class NamespaceWithoutDefaultDenyPolicy() : ManifestSetRule("HB4023", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var (ingress, egress) = (new DefaultDenials(set.Network, "ingress"), new DefaultDenials(set.Network, "egress"));
        foreach (var manifest in set.Network.Coverage.Namespaces())
        {
            var name = manifest.Name.Known!.Value;
            var (isOpenIn, isOpenOut) = (ingress.IsOpen(name.Value), egress.IsOpen(name.Value));
            if (isOpenIn || isOpenOut)
                yield return Report(name.Location, name.Value, isOpenIn && isOpenOut ? "ingress and egress" : isOpenIn ? "ingress" : "egress") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespaceWithoutDefaultDenyPolicy),
        Title = "Namespace has no policy that denies by default",
        MessageFormat = "Namespace '{0}' has no network policy that denies {1} for all its pods; add one with 'podSelector: {{}}'",
        Rationale =
            "Policies for single workloads leave every pod open that comes later or has other labels. A policy that denies by "
            + "default closes the namespace, and the others open what is needed.",
        WhenToIgnore = "When another repository or the cluster's network plugin denies by default.",
        CatalogueSlugs = ["namespace-without-default-deny-policy"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.CisKubernetes("5.3.2"), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubeaudit:MissingDefaultDenyIngressAndEgressNetworkPolicy", "kubeaudit:MissingDefaultDenyIngressNetworkPolicy", "kubeaudit:MissingDefaultDenyEgressNetworkPolicy", "kubescape:C-0049", "kubescape:C-0206"],
        Related = ["kubescape:C-0054", "kubescape:internal-networking"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: [|shop|]

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: default-deny
                  namespace: shop
                spec:
                  podSelector: {}
                  policyTypes: [Ingress, Egress]

                """),
        ],
    };
}
