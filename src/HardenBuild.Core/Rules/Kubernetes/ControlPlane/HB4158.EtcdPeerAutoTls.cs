using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd makes up its own certificate for peers.</summary>
internal sealed class EtcdPeerAutoTls()
    : ForbiddenValueRule("HB4158", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Etcd, "peer-auto-tls", forbidden: true)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdPeerAutoTls),
        Title = "etcd makes up its own certificate for peers",
        MessageFormat =
            "The etcd in {0} shows its peers a certificate that it signed itself, which they cannot verify; set '{1}' and give it a "
            + "certificate and a key",
        Rationale = "A certificate that anyone can make proves nothing: a stranger can show one too and take part in the cluster.",
        WhenToIgnore = "When the cluster is a throw-away one for tests.",
        CatalogueSlugs = ["etcd-peer-auto-tls"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("2.6"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0047", "kubescape:C-0158"],
        Related = ["kics:Peer Auto TLS Set To True"],
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
                        - --peer-auto-tls=[|true|]

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
                        - --peer-auto-tls=false

                """),
        ],
    };
}
