using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server listens without TLS and authentication.</summary>
internal sealed class ApiserverInsecureBindAddress()
    : ForbiddenFlagRule("HB4123", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer, "insecure-bind-address")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverInsecureBindAddress),
        Title = "API server listens without TLS and authentication",
        MessageFormat = "The API server in {0} answers on an address without TLS, authentication and authorization; remove '{1}'",
        Rationale =
            "Whoever reaches the insecure address is administrator of the cluster. Later versions of Kubernetes ignored and then "
            + "removed the flag.",
        WhenToIgnore = "When a cluster older than Kubernetes 1.20 is kept only for tests.",
        CatalogueSlugs = ["apiserver-insecure-bind-address"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_86"],
        Related = ["kics:Insecure Bind Address Set"],
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
                        - [|--insecure-bind-address=0.0.0.0|]

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
                        - --bind-address=192.168.49.2

                """),
        ],
    };
}
