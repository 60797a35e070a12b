using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A pod that nobody starts again.</summary>
internal sealed class NakedPod() : ManifestRule("HB3137", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is { ApiGroup: "", Kind.Value: "Pod" } && manifest.Root.At("metadata", "ownerReferences") is null && !IsStaticOrHook(manifest))
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    // The kubelet runs the control plane from files, and Helm and Argo CD run pods as tests and hooks.
    private static bool IsStaticOrHook(KubernetesObject manifest) =>
        manifest.Annotations.IsUnknown
        || !manifest.Annotations.Text("helm.sh/hook").IsAbsent
        || !manifest.Annotations.Text("argocd.argoproj.io/hook").IsAbsent
        || manifest.Labels.Text("tier").Is("control-plane");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NakedPod),
        Title = "Pod is not managed by a workload",
        MessageFormat = "'{0}' is not managed, so it is gone when its node is drained or fails; use a Deployment or a Job",
        Rationale = "Only workloads make a new pod when one is lost. A pod by itself is never moved to another node.",
        WhenToIgnore = "When the pod is for a test or for debugging.",
        CatalogueSlugs = ["naked-pod"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0073"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: [|api|]
                spec:
                  containers:
                    - name: api
                      image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
