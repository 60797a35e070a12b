using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd members talk without TLS.</summary>
internal sealed class EtcdPeerCertificate()
    : RequiredFlagsRule("HB4156", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.Etcd, "peer-cert-file", "peer-key-file")
{
    // Nobody beyond the node can connect, or there is nobody to talk to.
    protected override bool IsExempt(ComponentOptions options) =>
        LoopbackAddresses.ListensOnlyThere(options, "listen-peer-urls") || IsAlone(options);

    // Half a pair was meant to be used.
    private static bool IsAlone(ComponentOptions options) =>
        options.List("initial-cluster") is { IsUnknown: false, Items.Length: 1 }
        && options.LocationOf("peer-cert-file") is null && options.LocationOf("peer-key-file") is null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdPeerCertificate),
        Title = "etcd members talk without TLS",
        MessageFormat = "The etcd in {0} sends the cluster's state to its peers in clear text; set {1}",
        Rationale =
            "Members copy every object, secrets included, to each other. Without certificate and key this happens in clear text and "
            + "anybody can answer as a peer.",
        WhenToIgnore = "When the cluster has one member and never gets another.",
        CatalogueSlugs = ["etcd-peer-certificate"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.CisKubernetes("2.4"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0045", "checkov:CKV_K8S_119", "kubescape:C-0156"],
        Related = ["kics:Etcd Peer TLS Certificate Files Not Properly Set"],
        ComparedWith = "The peers also report an etcd whose peers can only be on the same node, and one with a single member.",
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
                    - name: [|etcd|]
                      command:
                        - etcd
                        - --advertise-client-urls=https://192.168.49.2:2379

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: etcd
                  namespace: kube-system
                spec:
                  containers:
                    - name: [|etcd|]
                      command:
                        - etcd
                        - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt

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
                        - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt
                        - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key

                """),
        ],
    };
}
