using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.ControlPlane;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>etcd trusts the same authority as the API server.</summary>
internal sealed class EtcdSharesClusterCa() : ManifestSetRule("HB4159", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        // Static pods of one control plane lie in one folder; those of others may use the same paths for other files.
        var authorities = new HashSet<(string Folder, string File)>();
        foreach (var manifest in set.Objects)
        {
            foreach (var options in manifest.ControlPlane)
            {
                if (options.Component == ControlPlaneComponent.ApiServer && IsPlain(options) && options.Find("client-ca-file").Known is { } file)
                    authorities.Add((FolderOf(manifest), file.Value));
            }
        }

        foreach (var manifest in authorities.Count == 0 ? [] : set.Objects)
        {
            foreach (var options in manifest.ControlPlane)
            {
                if (options.Component == ControlPlaneComponent.Etcd && IsPlain(options)
                    && options.Find("trusted-ca-file").Known is { } file && authorities.Contains((FolderOf(manifest), file.Value)))
                    yield return Report(file.Location, options.Description, file.Value) with { LogicalPath = options.LogicalPath };
            }
        }
    }

    // kubeadm makes authorities of their own, and its files are those of no manifest here.
    private static bool IsPlain(ComponentOptions options) => options.Notation == OptionNotation.CommandLine;

    private static string FolderOf(KubernetesObject manifest) => manifest.Path.Substring(0, manifest.Path.LastIndexOf('/') + 1);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EtcdSharesClusterCa),
        Title = "etcd trusts the same authority as the API server",
        MessageFormat =
            "The etcd in {0} trusts the authority '{1}' of the whole cluster, so that every client of the API server may read etcd; "
            + "give etcd an authority of its own",
        Rationale =
            "Who holds any client certificate of the cluster, a kubelet say, can connect to an etcd that trusts the same authority, "
            + "and read and change every object past all permissions.",
        WhenToIgnore = "When the authority signs for etcd and the API server's own components alone.",
        CatalogueSlugs = ["etcd-shares-cluster-ca"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("2.7"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["kubescape:C-0159"],
        Related = ["kics:Not Unique Certificate Authority"],
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
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --client-ca-file=/etc/kubernetes/pki/ca.crt
                ---
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
                        - --trusted-ca-file=[|/etc/kubernetes/pki/ca.crt|]

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
                        - --client-ca-file=/etc/kubernetes/pki/ca.crt
                ---
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
                        - --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt

                """),
        ],
    };
}
