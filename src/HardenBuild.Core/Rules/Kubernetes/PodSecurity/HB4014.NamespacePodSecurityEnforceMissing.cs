using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>A namespace that admits every pod.</summary>
internal sealed class NamespacePodSecurityEnforceMissing() : ManifestSetRule("HB4014", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        if (AdmissionPolicies.DecideElsewhere(set))
            yield break;
        var workloads = new NamespaceWorkloads(set);
        foreach (var manifest in set.OfKind("", "Namespace"))
        {
            if (NamespaceLevels.Of(manifest) is not { IsUnknown: false } levels || IsOfCluster(manifest.Name))
                continue;
            var strictest = workloads.StrictestLevel(manifest);
            if (Offence(levels.Enforce, strictest) is not { } offence)
                continue;
            var advice = PodSecurityLevels.Word(strictest == PodSecurityLevel.Restricted ? PodSecurityLevel.Restricted : PodSecurityLevel.Baseline);
            yield return Report(levels.Enforce.Known?.Location ?? manifest.NameLocation, manifest.LogicalPath, offence, advice) with { LogicalPath = manifest.LogicalPath };
        }
    }

    private static string? Offence(Setting<string> enforce, PodSecurityLevel? strictest) => enforce switch
    {
        { IsUnknown: true } => null,
        { Known: not { } } => "admits every pod, because no label says otherwise",
        { Known: { } level } => PodSecurityLevels.Parse(level.Value) switch
        {
            null => $"admits every pod, because '{level.Value}' is no level",
            // Namespaces of agents need it; without the pods of the namespace nobody can tell.
            PodSecurityLevel.Privileged when strictest >= PodSecurityLevel.Baseline => "admits every pod, although the pods in it need nothing special",
            _ => null,
        },
    };

    private static bool IsOfCluster(Setting<string> name) => name.Is("kube-system") || name.Is("kube-public") || name.Is("kube-node-lease");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespacePodSecurityEnforceMissing),
        Title = "Namespace enforces no Pod Security Standard",
        MessageFormat = "'{0}' {1}, privileged ones included; set the label 'pod-security.kubernetes.io/enforce: {2}'",
        Rationale =
            "Kubernetes checks pods against the Pod Security Standards by itself, but only in namespaces whose label asks for it. "
            + "Without the label whoever may create a pod there may create one that takes over its node. The labels 'audit' and "
            + "'warn' refuse nothing.",
        WhenToIgnore =
            "When the cluster has a default for all namespaces or another admission controller; sets with Kyverno or Gatekeeper "
            + "policies are not reported.",
        CatalogueSlugs = ["namespace-pod-security-enforce-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(693), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases =
        [
            "kubescape:C-0193",
            "kubescape:C-0194",
            "kubescape:C-0195",
            "kubescape:C-0196",
            "kubescape:C-0197",
            "kubescape:C-0198",
            "kubescape:C-0199",
            "kubescape:C-0200",
            "kubescape:C-0201",
            "kubescape:C-0202",
            "kubescape:C-0203",
            "kubescape:C-0204",
            "kubescape:pod-security-admission-applied-1",
        ],
        ComparedWith = "kubescape has twelve controls for the one label.",
        Violations =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: [|shop|]

                """),
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: [|strict|]

                """),
        ],
        Fixed =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted

                """),
        ],
    };
}
