using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not use RBAC.</summary>
internal sealed class ApiserverAuthorizationRbacMissing() : AuthorizationModeRule("HB4113", RuleSeverity.Error, RuleSeverity.Error, "RBAC")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuthorizationRbacMissing),
        Title = "API server does not use RBAC",
        MessageFormat =
            "The API server in {0} ignores Roles and RoleBindings, so that nobody's rights can be limited with them; set '{1}'",
        Rationale =
            "Roles and bindings have no effect unless the mode is on. What remains allows everything or is an attribute file that "
            + "only a restart changes.",
        WhenToIgnore = "When a webhook decides every request and was built for that.",
        CatalogueSlugs = ["apiserver-authorization-rbac-missing"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(862),
            RuleReference.CisKubernetes("1.2.8"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0009", "checkov:CKV_K8S_77", "kubescape:C-0088", "kubescape:C-0120"],
        Related = ["kics:Authorization Mode RBAC Not Set"],
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
                        - --authorization-mode=[|Node|]

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
                        - --authorization-mode=Node,RBAC

                """),
        ],
    };
}
