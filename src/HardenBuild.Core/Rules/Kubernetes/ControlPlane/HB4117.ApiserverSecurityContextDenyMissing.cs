using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server enables neither SecurityContextDeny nor PodSecurityPolicy.</summary>
internal sealed class ApiserverSecurityContextDenyMissing()
    : RequiredPluginRule("HB4117", RuleSeverity.None, RuleSeverity.None, "SecurityContextDeny", "PodSecurityPolicy")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverSecurityContextDenyMissing),
        Title = "API server enables neither SecurityContextDeny nor PodSecurityPolicy",
        MessageFormat =
            "The API server in {0} enables neither 'SecurityContextDeny' nor 'PodSecurityPolicy'; name one of them in '{1}' on a "
            + "cluster older than Kubernetes 1.25, and use Pod Security Admission on later ones",
        Rationale =
            "Up to Kubernetes 1.24 one of the two plugins was the built-in way to refuse privileged pods. Later versions have Pod "
            + "Security Admission, which is on by default and follows the labels of namespaces.",
        WhenToIgnore = "When the cluster runs Kubernetes 1.25 or later, or a policy engine guards it.",
        CatalogueSlugs = ["apiserver-security-context-deny-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0013", "checkov:CKV_K8S_81", "kubescape:C-0124"],
        Related = ["kics:Security Context Deny Admission Control Plugin Not Set"],
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
                        - --enable-admission-plugins=[|NodeRestriction|]

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
                        - --enable-admission-plugins=NodeRestriction,PodSecurityPolicy

                """),
        ],
    };
}
