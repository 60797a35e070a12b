using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server reads passwords from a file.</summary>
internal sealed class ApiserverBasicAuthFile()
    : ForbiddenFlagRule("HB4106", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer, "basic-auth-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverBasicAuthFile),
        Title = "API server reads passwords from a file",
        MessageFormat =
            "The API server in {0} accepts passwords from a file in clear text, and since Kubernetes 1.19 refuses to start; remove "
            + "'{1}' and use OIDC or client certificates",
        Rationale =
            "Passwords in clear text on the node are sent with every request and cannot be changed without a restart. Kubernetes "
            + "1.19 removed the flag for that reason.",
        WhenToIgnore = "When a cluster older than Kubernetes 1.19 is kept only for tests.",
        CatalogueSlugs = ["apiserver-basic-auth-file"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(522),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_69"],
        Related = ["kics:Basic Auth File Is Set"],
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
                        - [|--basic-auth-file=/etc/kubernetes/users.csv|]

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
                        - --advertise-address=192.168.49.2

                """),
        ],
    };
}
