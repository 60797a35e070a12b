using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not limit what kubelets may read.</summary>
internal sealed class ApiserverAuthorizationNodeMissing() : AuthorizationModeRule("HB4112", RuleSeverity.Warning, RuleSeverity.Warning, "Node")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuthorizationNodeMissing),
        Title = "API server does not limit what kubelets may read",
        MessageFormat =
            "The API server in {0} does not use the Node authorizer, so that a kubelet needs rights on the objects of all nodes; "
            + "set '{1}'",
        Rationale =
            "The Node authorizer lets a kubelet read only the Secrets and ConfigMaps of pods on its own node. Without it one stolen "
            + "node credential opens the secrets of the whole cluster.",
        WhenToIgnore = "When an external authorizer limits kubelets in the same way.",
        CatalogueSlugs = ["apiserver-authorization-node-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(862),
            RuleReference.CisKubernetes("1.2.7"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0008", "checkov:CKV_K8S_75", "kubescape:C-0119"],
        Related = ["kics:Authorization Mode Node Not Set"],
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
                        - --authorization-mode=[|RBAC|]

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
