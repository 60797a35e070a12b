using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>An autoscaler of nothing.</summary>
internal sealed class HpaTargetMissing() : ManifestSetRule("HB3114", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var scaler in set.Availability.Autoscalers)
        {
            if (!scaler.IsHorizontalPodAutoscaler || scaler.TargetName.Known is not { } name || scaler.TargetKind.Known is not { } kind || !s_kinds.Contains(kind.Value) || scaler.Object.Namespace.IsUnknown)
                continue;
            if (!set.Named(kind.Value, scaler.Object.Namespace, name.Value).Any())
                yield return Report(name.Location, scaler.Object.LogicalPath, $"{kind.Value}/{name.Value}") with { LogicalPath = scaler.Object.LogicalPath };
        }
    }

    // Other kinds come from operators, whose objects may be made by others.
    private static readonly string[] s_kinds = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaTargetMissing),
        Title = "Autoscaler scales nothing",
        MessageFormat = "'{0}' scales '{1}', which is not defined beside it; correct kind, name or namespace",
        Rationale =
            "An autoscaler without a target does nothing and says so only in its events. The workload keeps its number of pods "
            + "whatever the load.",
        WhenToIgnore = "When the workload is defined in another repository.",
        CatalogueSlugs = ["hpa-target-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dangling-horizontalpodautoscaler", "kube-score:horizontalpodautoscaler-has-target", "kubescape:C-0300", "kubescape:hpa-has-target", "kics:HPA Targets Invalid Object"],
        Violations =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: [|apii|]
                  minReplicas: 2
                  maxReplicas: 6
                ---
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
        Fixed =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api
                  minReplicas: 2
                  maxReplicas: 6
                ---
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
