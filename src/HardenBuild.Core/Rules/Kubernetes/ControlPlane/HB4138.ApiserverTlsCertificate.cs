using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server makes up its own serving certificate.</summary>
internal sealed class ApiserverTlsCertificate()
    : RequiredFlagsRule("HB4138", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "tls-cert-file", "tls-private-key-file")
{
    protected override bool IsExempt(ComponentOptions options) =>
        !options.Find("cert-dir").IsAbsent || !options.Find("tls-sni-cert-key").IsAbsent;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverTlsCertificate),
        Title = "API server makes up its own serving certificate",
        MessageFormat =
            "The API server in {0} serves a certificate that it signed itself, which clients can only accept unverified; set {1}",
        Rationale =
            "Without both files the API server generates a self-signed certificate at its first start. Clients then switch "
            + "verification off, and a machine in between can take their tokens.",
        WhenToIgnore = "When a proxy in front of the API server ends TLS, or a certificate folder is given with '--cert-dir'.",
        CatalogueSlugs = ["apiserver-tls-certificate"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.CisKubernetes("1.2.24"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0027", "checkov:CKV_K8S_100", "kubescape:C-0138"],
        Related = ["kics:TSL Connection Certificate Not Setup"],
        ComparedWith = "The peers do not count '--cert-dir' and '--tls-sni-cert-key', which also name certificates.",
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
                        - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt

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
                        - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
                        - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key

                """),
        ],
    };
}
