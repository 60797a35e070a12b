using System.Globalization;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Pods that everybody in the cluster may reach.</summary>
internal sealed class PodNotSelectedByNetworkPolicy() : ManifestSetRule("HB4021", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var gap in set.Network.Coverage.Gaps())
        {
            var count = gap.Workloads.Count;
            var what = count == 1 ? $"the pods of '{gap.Workloads[0].LogicalPath}'" : $"the pods of {count.ToString(CultureInfo.InvariantCulture)} workloads";
            yield return Report(gap.Subject.NameLocation, gap.Namespace is { } name ? $"{what} in namespace '{name}'" : what) with
            {
                LogicalPath = gap.Subject.LogicalPath,
                Related = [.. gap.Workloads.Where(workload => workload.Object != gap.Subject).Take(MaxRelated).Select(static workload => new RelatedLocation(workload.Object.NameLocation, "Not selected either"))],
            };
        }
    }

    // Enough to see where they lie.
    private const int MaxRelated = 50;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodNotSelectedByNetworkPolicy),
        Title = "No network policy selects the pods",
        MessageFormat =
            "No network policy selects {0}, so every pod of the cluster may reach them and they may reach everything; add a "
            + "policy that denies by default and allow what is needed",
        Rationale =
            "Without a policy a broken container reaches databases, other teams' services and the cloud's metadata service. One "
            + "finding stands for all pods of a namespace, or for all of the repository where it holds no policy at all.",
        WhenToIgnore = "When another repository or the cluster's network plugin brings the policies, or the plugin knows none.",
        CatalogueSlugs = ["pod-not-selected-by-network-policy"],
        RollsUpCharts = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.CisKubernetes("5.3.2"), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "polaris:missingNetworkPolicy", "kubescape:C-0260", "kubescape:ingress-and-egress-blocked", "kubescape:C-0030", "kubescape:ensure_network_policy_configured_in_labels", "kics:Pod Misconfigured NetworkPolicy"],
        ComparedWith = "Policies of Cilium and Calico count, and pods in the node's network, which no policy reaches, do not.",
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
