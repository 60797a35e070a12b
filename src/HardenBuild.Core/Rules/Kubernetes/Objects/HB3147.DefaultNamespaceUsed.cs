using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>The namespace <c>default</c>.</summary>
internal sealed class DefaultNamespaceUsed() : ManifestRule("HB3147", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (s_kinds.Contains(manifest.Kind.Value) && manifest.Namespace.Known is { Value: "default" } name && !IsTheClustersOwn(manifest))
            yield return Report(name.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    // Kinds that people create and that live in a namespace.
    private static readonly string[] s_kinds =
    [
        "Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Service", "Secret", "ConfigMap", "ServiceAccount",
        "Role", "RoleBinding", "Ingress", "NetworkPolicy", "PersistentVolumeClaim", "HorizontalPodAutoscaler", "Lease", "Endpoints", "EndpointSlice",
    ];

    private static bool IsTheClustersOwn(KubernetesObject manifest) =>
        manifest.Name.Is("kubernetes") || (manifest.Kind.Value == "ServiceAccount" && manifest.Name.Is("default"));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DefaultNamespaceUsed),
        Title = "Object lies in the default namespace",
        MessageFormat =
            "'{0}' lies in the namespace 'default', where everything meets that nobody thought about; use a namespace of its own",
        Rationale =
            "Roles, quotas, network policies and Pod Security Standards are set per namespace. What lies together in 'default' "
            + "cannot be told apart by any of them.",
        WhenToIgnore = "When the cluster is for development.",
        CatalogueSlugs = ["default-namespace-used"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(653), RuleReference.CisKubernetes("5.6.4"), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0110", "checkov:CKV_K8S_21", "kube-linter:use-namespace", "kics:Using Default Namespace", "kubescape:C-0061", "kubescape:C-0212", "kubescape:configmap-in-default-namespace", "kubescape:resources-secret-in-default-namespace", "kubescape:endpoints-in-default-namespace", "kubescape:endpointslice-in-default-namespace", "kubescape:horizontalpodautoscaler-in-default-namespace", "kubescape:lease-in-default-namespace", "kubescape:persistentvolumeclaim-in-default-namespace", "kubescape:role-in-default-namespace"],
        ComparedWith = "An object without a namespace goes where the deployment puts it and is not reported; HB3160 does.",
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: [|default|]
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
