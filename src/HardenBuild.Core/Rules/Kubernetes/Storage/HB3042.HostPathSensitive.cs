using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume that is a sensitive path of the node.</summary>
internal sealed class HostPathSensitive() : WorkloadRule("HB3042", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var volume in workload.Pod.HostPathVolumes())
        {
            if (volume.Path.Known is not { } path)
                continue;
            var normal = HostPath.Normalize(path.Value);
            if (MostSeverity(workload.Pod, volume, normal) is { } severity)
                yield return ReportPod(workload, volume.Location, path.Value, Effect(normal)) with { Related = HostPathMounts.Of(workload, volume), AtMost = severity };
        }
    }

    private static string Effect(string path) => SensitiveHostPaths.IsShared(path)
        ? "belongs to all programs of the node: a pod that writes there changes what they trust"
        : "holds its credentials, programs or devices: who gets into the pod can take over the node";

    /// <summary>How bad it is; null for a path that is not sensitive.</summary>
    private static RuleSeverity? MostSeverity(PodTemplate pod, NodeVolume volume, string path)
    {
        // Any container that is added later can mount what no container mounts yet.
        if (SensitiveHostPaths.Contains(path))
            return VolumeMounts.IsUnused(pod, volume.Name) ? RuleSeverity.Suggestion : RuleSeverity.Error;
        if (!SensitiveHostPaths.IsShared(path))
            return null;
        return VolumeMounts.Of(pod, volume.Name).Any(static mount => !mount.ReadOnly.Is(true)) ? RuleSeverity.Warning : RuleSeverity.Suggestion;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPathSensitive),
        Title = "Volume is a sensitive path of the node",
        MessageFormat = "Path '{0}' of the node {1}; mount the one file that is needed with 'readOnly: true', or use another source for it",
        Rationale =
            "Folders such as /etc, /root, /var/lib/kubelet and /proc hold keys of the node and of other pods, and programs that run as "
            + "root. A symbolic link placed in /var/log makes the kubelet hand out any file. Read-only mounts still leak the secrets.",
        WhenToIgnore =
            "When the pod is an agent that observes the node, such as node-exporter, runs in a namespace of its own and mounts the path "
            + "read-only. Time zones, certificate authorities and shared devices are suggestions where they are mounted read-only.",
        CatalogueSlugs = ["host-path-sensitive"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(552),
            RuleReference.PodSecurity("baseline", "HostPath Volumes"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0121",
            "trivy:KSV-0023",
            "trivy:KSV-0028",
            "kube-linter:sensitive-host-mounts",
            "kubeaudit:SensitivePathsMounted",
            "polaris:hostPathSet",
            "kubescape:C-0048",
            "kubescape:alert-any-hostpath",
            "kics:Workload Mounting With Sensitive OS Directory",
        ],
        Related = ["kubesec:ProcMount"],
        Supersedes = ["HB3041"],
        ComparedWith =
            "The peers compare whole paths, so that '/etc/' or '/etc/kubernetes/pki' escapes them; here what lies below a sensitive "
            + "folder, or holds one, counts too. A volume that no container mounts is a suggestion. kubesec knows only /proc.",
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
                            path: [|/etc|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
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
                            path: [|/|]
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
