using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server accepts no client certificates.</summary>
internal sealed class ApiserverClientCaFile()
    : RequiredFlagsRule("HB4139", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "client-ca-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverClientCaFile),
        Title = "API server accepts no client certificates",
        MessageFormat =
            "The API server in {0} cannot verify client certificates, so that kubelets and administrators need weaker credentials; "
            + "set {1}",
        Rationale =
            "Components of the control plane and nodes identify themselves with certificates. Without the authority's file the API "
            + "server ignores these certificates.",
        WhenToIgnore = "When a structured authentication configuration or an authenticating proxy takes their place.",
        CatalogueSlugs = ["apiserver-client-ca-file"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("1.2.25"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0028", "kubescape:C-0139"],
        Related = ["kics:Client Certificate Authentication Not Setup Properly"],
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
                    - name: [|kube-apiserver|]
                      command:
                        - kube-apiserver
                        - --advertise-address=192.168.49.2

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
                        - --client-ca-file=/etc/kubernetes/pki/ca.crt

                """),
        ],
    };
}
