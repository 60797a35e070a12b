using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Secrets lie in etcd unencrypted.</summary>
internal sealed class ApiserverEncryptionProviderConfig()
    : RequiredFlagsRule("HB4141", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "encryption-provider-config")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverEncryptionProviderConfig),
        Title = "Secrets lie in etcd unencrypted",
        MessageFormat =
            "The API server in {0} writes Secrets into etcd as they are, so that its disks and backups hold them in clear text; set "
            + "{1}",
        Rationale =
            "Base64 in a Secret is no encryption. Whoever gets hold of a backup or a disk of etcd reads every password of the "
            + "cluster unless a provider encrypts them.",
        WhenToIgnore = "When the disks of etcd and its backups are encrypted and few people can read them.",
        CatalogueSlugs = ["apiserver-encryption-provider-config"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(311),
            RuleReference.CisKubernetes("1.2.27"),
            RuleReference.OwaspKubernetes("K08:2022"),
            RuleReference.OwaspKubernetes("K03:2025"),
        ],
        Aliases = ["trivy:KCV-0030", "checkov:CKV_K8S_104", "kubescape:C-0066", "kubescape:C-0141"],
        Related = ["kics:Encryption Provider Config Is Not Defined"],
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
                        - --encryption-provider-config=/etc/kubernetes/encryption.yaml

                """),
        ],
    };
}
