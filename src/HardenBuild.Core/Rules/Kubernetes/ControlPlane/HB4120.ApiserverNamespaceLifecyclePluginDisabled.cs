using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server lets objects into namespaces that are being deleted.</summary>
internal sealed class ApiserverNamespaceLifecyclePluginDisabled()
    : DisabledPluginRule("HB4120", RuleSeverity.Error, RuleSeverity.Error, "NamespaceLifecycle")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverNamespaceLifecyclePluginDisabled),
        Title = "API server lets objects into namespaces that are being deleted",
        MessageFormat =
            "The API server in {0} disables '{1}', so that objects can be created in namespaces that do not exist or are being "
            + "deleted; remove it from the list",
        Rationale =
            "The plugin also protects the namespaces 'default', 'kube-system' and 'kube-public' from deletion. Without it objects "
            + "outlive the namespace whose limits and policies should hold for them.",
        WhenToIgnore = "Never in a cluster that runs workloads of others.",
        CatalogueSlugs = ["apiserver-namespace-lifecycle-plugin-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.CisKubernetes("1.2.13"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0015", "kubescape:C-0126"],
        Related = ["checkov:CKV_K8S_83", "kics:Namespace Lifecycle Admission Control Plugin Disabled"],
        ComparedWith =
            "checkov wants the plugin in the list of enabled ones, although it is on by default and only disabling it takes it "
            + "away.",
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --disable-admission-plugins=[|NamespaceLifecycle|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --disable-admission-plugins=DefaultStorageClass

                """),
        ],
    };
}
