using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not give pods their service accounts.</summary>
internal sealed class ApiserverServiceAccountPluginDisabled() : DisabledPluginRule("HB4119", RuleSeverity.Error, RuleSeverity.Error, "ServiceAccount")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverServiceAccountPluginDisabled),
        Title = "API server does not give pods their service accounts",
        MessageFormat = "The API server in {0} disables '{1}', so that pods run without a checked identity; remove it from the list",
        Rationale =
            "The plugin makes sure that the service account of a pod exists and mounts its token. Without it a pod can name an "
            + "account that the plugin would have refused.",
        WhenToIgnore = "Never in a cluster that runs workloads of others.",
        CatalogueSlugs = ["apiserver-service-account-plugin-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("1.2.12"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0014", "kubescape:C-0125"],
        Related = ["checkov:CKV_K8S_82", "kics:Service Account Admission Control Plugin Disabled"],
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
                        - --disable-admission-plugins=[|ServiceAccount|]

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
