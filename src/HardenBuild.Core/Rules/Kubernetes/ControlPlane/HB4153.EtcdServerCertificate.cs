using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd serves clients without TLS.</summary>
internal sealed class EtcdServerCertificate()
    : RequiredFlagsRule("HB4153", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.Etcd, "cert-file", "key-file")
{
    // Nobody beyond the node can connect.
    protected override bool IsExempt(ComponentOptions options) => LoopbackAddresses.ListensOnlyThere(options, "listen-client-urls");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdServerCertificate),
        Title = "etcd serves clients without TLS",
        MessageFormat =
            "The etcd in {0} serves its clients in clear text, so that every object, secrets included, can be read on the network; "
            + "set {1}",
        Rationale =
            "etcd holds the whole state of the cluster. Without certificate and key it speaks plain HTTP, or makes up a certificate "
            + "that nobody can verify.",
        WhenToIgnore = "When a service mesh or a proxy in the same pod ends TLS.",
        CatalogueSlugs = ["etcd-server-certificate"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.CisKubernetes("2.1"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0042", "checkov:CKV_K8S_116", "kubescape:C-0153"],
        Related = ["kics:Etcd TLS Certificate Files Not Properly Set (server)"],
        ComparedWith =
            "The peers also report an etcd that listens on loopback addresses only, such as one beside a single API server for "
            + "tests.",
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
                        - --cert-file=/etc/kubernetes/pki/etcd/server.crt

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
                        - --cert-file=/etc/kubernetes/pki/etcd/server.crt
                        - --key-file=/etc/kubernetes/pki/etcd/server.key

                """),
        ],
    };
}
