using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A folder within a writable volume is mounted.</summary>
internal sealed class MountOverSubPathWritable() : WorkloadRule("HB3050", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var volume in workload.Pod.Volumes)
        {
            if (volume.Source is not { } source || !IsWritable(source.Type))
                continue;
            foreach (var mount in VolumeMounts.Of(workload.Pod, volume.Name))
            {
                if (mount.SubPath.Known is { Value.Length: > 0 } path && mount.ReadOnly.IsAbsentOr(false))
                    yield return ReportContainer(workload, mount.Container, path.Location, path.Value, volume.Name.Known?.Value ?? "");
            }
        }
    }

    /// <summary>Containers cannot place links in what Kubernetes itself writes.</summary>
    private static bool IsWritable(string type) => type is not ("configMap" or "secret" or "projected" or "downwardAPI" or "image");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MountOverSubPathWritable),
        Title = "Folder within a writable volume is mounted",
        MessageFormat =
            "Kubernetes resolves '{0}' in volume '{1}' on the node: where a container can replace it by a link, unpatched nodes mount what "
            + "the link names; mount the whole volume, or mount it read-only",
        Rationale =
            "Two vulnerabilities let a container swap a sub-path for a symbolic link while the kubelet mounts it, and reach the node's "
            + "files (CVE-2021-25741, CVE-2023-3676). Nodes since Kubernetes 1.28 hold both corrections.",
        WhenToIgnore = "When all nodes run a version that is still supported.",
        CatalogueSlugs = ["mount-over-sub-path-writable"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(59), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Related = ["kubescape:C-0058", "kubescape:Symlink-Exchange-Can-Allow-Host-Filesystem-Access"],
        ComparedWith = "kubescape also asks for the version of the nodes, which no manifest knows.",
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
                          persistentVolumeClaim:
                            claimName: data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data
                              subPath: [|uploads|]

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
                              readOnly: true
                              subPath: uploads

                """),
        ],
    };
}
