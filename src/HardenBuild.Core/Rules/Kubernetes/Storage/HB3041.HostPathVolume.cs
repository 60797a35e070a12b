using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume that is a path of the node.</summary>
internal sealed class HostPathVolume() : ManifestSetRule("HB3041", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var reported = new HashSet<SourceLocation>();
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Namespace.Is("kube-system"))
                continue;
            foreach (var volume in workload.Pod.HostPathVolumes())
            {
                if (reported.Add(volume.Location))
                    yield return Report(volume.Location, volume.Name.Known?.Value ?? "") with { LogicalPath = workload.LogicalPath, Related = HostPathMounts.Of(workload, volume) };
            }
        }

        foreach (var manifest in set.OfKind("", "PersistentVolume"))
        {
            if (PathOf(manifest) is { } path)
                yield return Report(path, manifest.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath, AtMost = RuleSeverity.Suggestion };
        }
    }

    // An administrator made the volume, and pods see no more of the node than it.
    private static SourceLocation? PathOf(KubernetesObject manifest)
    {
        var spec = new ManifestFields(manifest.Root["spec"]);
        foreach (var type in (string[])["hostPath", "local"])
        {
            if (spec.Object(type) is { IsAbsent: false, IsUnknown: false } && spec.Mapping!.Find(type) is { } member)
                return spec.Object(type).Text("path").Known?.Location ?? member.KeyLocation;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPathVolume),
        Title = "Volume is a path of the node",
        MessageFormat =
            "Volume '{0}' opens a path of the node to pods: the data stays behind when a pod moves, and other pods may read it; use a "
            + "persistent volume claim, or emptyDir for scratch data",
        Rationale =
            "A hostPath volume ties the pod to one node and lets it read and write files that belong to the node or to other pods. "
            + "Namespaces that enforce the Pod Security Standard 'baseline' refuse such pods. A PersistentVolume with a path of a node is "
            + "made by an administrator and only a suggestion.",
        WhenToIgnore =
            "When the pod is an agent that reads the node by design, such as a log collector. Pods in the namespace 'kube-system' are not "
            + "reported.",
        CatalogueSlugs = ["host-path-volume"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.11"),
            RuleReference.PodSecurity("baseline", "HostPath Volumes"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0023", "trivy:KSV-0028", "polaris:hostPathSet", "kubescape:C-0048", "kubescape:alert-any-hostpath"],
        Related = ["kics:Non Kube System Pod With Host Mount"],
        ComparedWith =
            "Where the path is sensitive, holds credentials of a cloud or the socket of a container runtime, the rule about that speaks "
            + "instead. Other tools also report pods in 'kube-system', whose agents need the node.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      volumes:
                        - name: data
                          hostPath:
                            path: [|/srv/data|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      volumes:
                        - name: data
                          persistentVolumeClaim:
                            claimName: data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
        ],
    };
}
