using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>No namespace at all.</summary>
internal sealed class NamespaceNotSet() : ManifestRule("HB3160", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (s_kinds.Contains(manifest.Kind.Value) && manifest.Namespace.IsAbsent)
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    // Kinds that people create and that live in a namespace.
    private static readonly string[] s_kinds =
    [
        "Pod", "DeploymentConfig", "Rollout", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Service", "Secret", "ConfigMap", "ServiceAccount",
        "Role", "RoleBinding", "Ingress", "NetworkPolicy", "PersistentVolumeClaim", "HorizontalPodAutoscaler", "Lease", "Endpoints", "EndpointSlice",
    ];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespaceNotSet),
        Title = "Object has no namespace",
        MessageFormat = "'{0}' has no namespace and lands in whatever is current when it is applied; set 'metadata.namespace'",
        Rationale =
            "The strict variant of HB3147 also asks for a namespace where none is written. It is off by default: Kustomize, Helm "
            + "and GitOps tools set it.",
        WhenToIgnore = "When a tool sets the namespace.",
        CatalogueSlugs = ["namespace-not-set"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["trivy:KSV-0110", "checkov:CKV_K8S_21", "kube-linter:use-namespace", "kubescape:C-0061", "kubescape:C-0212", "kubescape:configmap-in-default-namespace", "kubescape:resources-secret-in-default-namespace", "kubescape:endpoints-in-default-namespace", "kubescape:endpointslice-in-default-namespace", "kubescape:horizontalpodautoscaler-in-default-namespace", "kubescape:lease-in-default-namespace", "kubescape:persistentvolumeclaim-in-default-namespace", "kubescape:role-in-default-namespace"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: [|shop|]
                data:
                  Theme: dark

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  Theme: dark

                """),
        ],
    };
}
