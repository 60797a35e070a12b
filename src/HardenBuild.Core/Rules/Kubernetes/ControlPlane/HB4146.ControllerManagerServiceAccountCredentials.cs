using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controllers share one identity with the rights of all.</summary>
internal sealed class ControllerManagerServiceAccountCredentials()
    : BooleanOptionRule("HB4146", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ControllerManager, "use-service-account-credentials", required: true)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerServiceAccountCredentials),
        Title = "Controllers share one identity with the rights of all",
        MessageFormat =
            "The controllers in {0} share one identity with the rights of all of them; set '{1}', so that each has its own service "
            + "account",
        Rationale =
            "With a service account for each controller, RBAC gives each only what it needs, and the audit log says which one "
            + "acted.",
        WhenToIgnore = "When authorization does not use RBAC.",
        CatalogueSlugs = ["controller-manager-service-account-credentials"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("1.3.3"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0035", "checkov:CKV_K8S_108", "kubescape:C-0146"],
        Related = ["kics:Use Service Account Credentials Not Set To True"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-controller-manager
                  namespace: kube-system
                spec:
                  containers:
                    - name: [|kube-controller-manager|]
                      command:
                        - kube-controller-manager
                        - --allocate-node-cidrs=true

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-controller-manager
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-controller-manager
                      command:
                        - kube-controller-manager
                        - --use-service-account-credentials=[|false|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-controller-manager
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-controller-manager
                      command:
                        - kube-controller-manager
                        - --use-service-account-credentials=true

                """),
        ],
    };
}
