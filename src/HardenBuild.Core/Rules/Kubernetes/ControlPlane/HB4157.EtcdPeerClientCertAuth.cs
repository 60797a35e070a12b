using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd accepts peers without a certificate.</summary>
internal sealed class EtcdPeerClientCertAuth()
    : BooleanOptionRule("HB4157", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Etcd, "peer-client-cert-auth", required: true)
{
    // Nobody beyond the node can connect.
    protected override bool IsExempt(ComponentOptions options) => LoopbackAddresses.ListensOnlyThere(options, "listen-peer-urls");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdPeerClientCertAuth),
        Title = "etcd accepts peers without a certificate",
        MessageFormat =
            "The etcd in {0} takes messages from anyone who claims to be a member, and with them any change of the cluster's state; "
            + "set '{1}'",
        Rationale =
            "Peers are trusted completely: a message of theirs changes the state of the whole cluster. Certificates are the only "
            + "way to tell them from strangers.",
        WhenToIgnore = "When the port for peers is closed to everything but the other members.",
        CatalogueSlugs = ["etcd-peer-client-cert-auth"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("2.5"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0046", "checkov:CKV_K8S_121", "kubescape:C-0157"],
        Related = ["kics:Etcd Peer Client Certificate Authentication Set To False"],
        ComparedWith =
            "The peers also report an etcd that listens on loopback addresses only, such as one beside a single API server for "
            + "tests. An image's own entry point is not seen, so that a container with arguments alone is not reported.",
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
                    - name: etcd
                      command:
                        - etcd
                        - --peer-client-cert-auth=[|false|]

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
                        - --peer-client-cert-auth=true

                """),
        ],
    };
}
