using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A path of the node is mounted without <c>readOnly: true</c>.</summary>
internal sealed class HostPathWritableMount() : WorkloadRule("HB3043", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var volume in workload.Pod.HostPathVolumes())
        {
            if (IgnoresReadOnly(volume))
                continue;
            var writable = VolumeMounts.Of(workload.Pod, volume.Name).Where(static mount => mount.ReadOnly.IsAbsentOr(false)).ToList();
            if (writable.Count == 0)
                continue;
            var first = writable[0];
            yield return ReportContainer(workload, first.Container, PlaceOf(first), first.Container.DisplayName, volume.Name.Known?.Value ?? "") with
            {
                Related = [.. writable.Skip(1).Select(static mount => new RelatedLocation(PlaceOf(mount), $"Container '{mount.Container.DisplayName}' can write to it too"))],
            };
        }
    }

    private static SourceLocation PlaceOf(VolumeMount mount) => mount.ReadOnly.Known?.Location ?? mount.Location;

    /// <summary>A read-only mount of a socket or device still lets the container write to what is behind it.</summary>
    private static bool IgnoresReadOnly(NodeVolume volume)
    {
        if (volume.Type.Known is { Value: "Socket" or "CharDevice" or "BlockDevice" })
            return true;
        if (volume.Path.Known is not { } path)
            return false;
        var normal = HostPath.Normalize(path.Value);
        return normal.EndsWith(".sock", StringComparison.Ordinal) || HostPath.IsWithin(normal, "/dev") || RuntimeSockets.IsExposedBy(normal);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPathWritableMount),
        Title = "Path of the node is mounted for writing",
        MessageFormat =
            "Container '{0}' can change the files of the node behind volume '{1}' and so leave programs or settings there; set 'readOnly: "
            + "true' on the mount, or use a persistent volume claim",
        Rationale =
            "What a container writes to the node stays there when the pod is gone: a changed script, unit or key is run by others with "
            + "their rights. Mounts are writable unless they say 'readOnly: true'.",
        WhenToIgnore = "When writing to the node is what the pod is for, as with a driver for storage or the installer of a network plug-in.",
        CatalogueSlugs = ["host-path-writable-mount"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases =
        [
            "kube-linter:writable-host-mount",
            "kubescape:C-0045",
            "kubescape:alert-rw-hostpath",
            "kics:Volume Mount with OS Directory Write Permissions",
        ],
        ComparedWith =
            "Sockets and devices are left out, because a read-only mount does not protect them. One finding stands for all mounts of a "
            + "volume.",
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
                            path: /srv/data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: [|/data|]

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
                          hostPath:
                            path: /srv/data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data
                              readOnly: true

                """),
        ],
    };
}
