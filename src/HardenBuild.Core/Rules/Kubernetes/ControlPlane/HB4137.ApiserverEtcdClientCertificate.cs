using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server has no client certificate for etcd.</summary>
internal sealed class ApiserverEtcdClientCertificate()
    : RequiredFlagsRule("HB4137", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "etcd-certfile", "etcd-keyfile")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverEtcdClientCertificate),
        Title = "API server has no client certificate for etcd",
        MessageFormat =
            "The API server in {0} does not prove to etcd who it is, so that etcd must let everyone read all secrets; set {1}",
        Rationale =
            "etcd holds every object of the cluster and has no other protection than client certificates. If the API server has "
            + "none, etcd answers whoever reaches it.",
        WhenToIgnore = "When etcd runs in the same pod and listens there only.",
        CatalogueSlugs = ["apiserver-etcd-client-certificate"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.CisKubernetes("1.2.23"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0026", "checkov:CKV_K8S_99", "kubescape:C-0137"],
        Related = ["kics:Etcd TLS Certificate Files Not Properly Set"],
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
                        - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt

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
                        - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
                        - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key

                """),
        ],
    };
}
