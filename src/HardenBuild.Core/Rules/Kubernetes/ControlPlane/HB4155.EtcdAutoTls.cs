using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd makes up its own certificate for clients.</summary>
internal sealed class EtcdAutoTls()
    : ForbiddenValueRule("HB4155", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Etcd, "auto-tls", forbidden: true)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdAutoTls),
        Title = "etcd makes up its own certificate for clients",
        MessageFormat =
            "The etcd in {0} serves a certificate that it signed itself, which no client can verify; set '{1}' and give it a "
            + "certificate and a key",
        Rationale =
            "A certificate that anyone can make proves nothing: a machine in between can show one of its own and read every secret.",
        WhenToIgnore = "When the cluster is a throw-away one for tests.",
        CatalogueSlugs = ["etcd-auto-tls"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("2.3"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0044", "checkov:CKV_K8S_118", "kubescape:C-0155"],
        Related = ["kics:Auto TLS Set To True"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: etcd
                  namespace: kube-system
                spec:
                  containers:
                    - name: etcd
                      command:
                        - etcd
                        - --auto-tls=[|true|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: etcd
                  namespace: kube-system
                spec:
                  containers:
                    - name: etcd
                      command:
                        - etcd
                        - --auto-tls=false

                """),
        ],
    };
}
