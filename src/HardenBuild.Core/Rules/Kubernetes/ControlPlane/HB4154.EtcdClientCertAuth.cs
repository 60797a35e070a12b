using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd accepts clients without a certificate.</summary>
internal sealed class EtcdClientCertAuth()
    : BooleanOptionRule("HB4154", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Etcd, "client-cert-auth", required: true)
{
    // Nobody beyond the node can connect.
    protected override bool IsExempt(ComponentOptions options) => LoopbackAddresses.ListensOnlyThere(options, "listen-client-urls");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdClientCertAuth),
        Title = "etcd accepts clients without a certificate",
        MessageFormat =
            "The etcd in {0} serves whoever reaches it, so that everyone can read and change every object of the cluster; set '{1}'",
        Rationale =
            "Client certificates are the only protection that etcd has in a Kubernetes cluster. Who can connect without one is "
            + "administrator: RBAC is checked by the API server alone.",
        WhenToIgnore = "When etcd is an application's own store with nothing worth protecting, on a network of its own.",
        CatalogueSlugs = ["etcd-client-cert-auth"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("2.2"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0043", "checkov:CKV_K8S_117", "kubescape:C-0154"],
        Related = ["kics:Etcd Client Certificate Authentication Set To False"],
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
                    - name: etcd
                      command:
                        - etcd
                        - --client-cert-auth=[|false|]

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
                        - --client-cert-auth=true

                """),
        ],
    };
}
