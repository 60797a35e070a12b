using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not verify the certificate of etcd.</summary>
internal sealed class ApiserverEtcdCaFile()
    : RequiredFlagsRule("HB4140", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "etcd-cafile")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverEtcdCaFile),
        Title = "API server does not verify the certificate of etcd",
        MessageFormat =
            "The API server in {0} does not verify that it talks to etcd, so that a machine in between can read and change every "
            + "object; set {1}",
        Rationale =
            "The connection to etcd carries all secrets of the cluster. The authority's file is what ties it to the real etcd.",
        WhenToIgnore = "When etcd runs in the same pod and listens there only.",
        CatalogueSlugs = ["apiserver-etcd-ca-file"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("1.2.26"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0029", "checkov:CKV_K8S_102", "kubescape:C-0140"],
        Related = ["kics:Etcd TLS Certificate Not Properly Configured"],
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
                        - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt

                """),
        ],
    };
}
