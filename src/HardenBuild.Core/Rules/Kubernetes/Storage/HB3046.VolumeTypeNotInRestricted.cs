using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume of a type that the Pod Security Standard <c>restricted</c> forbids.</summary>
internal sealed class VolumeTypeNotInRestricted() : WorkloadRule("HB3046", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string AllowedTypes = "allowed_volume_types";

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var allowed = workload.Object.Options.List(this, AllowedTypes);
        foreach (var volume in workload.Pod.Volumes)
        {
            if (volume.Source is { IsInRestricted: false } source && !HasOwnRule(source.Type) && !allowed.Contains(source.Type, StringComparer.Ordinal) && !IsPlaceholder(volume))
                yield return ReportPod(workload, source.Location, volume.Name.Known?.Value ?? "", source.Type);
        }
    }

    private static bool IsPlaceholder(Volume volume) => Placeholders.IsPlaceholder(volume.Root);

    private static bool HasOwnRule(string type) => type is "hostPath" or "gitRepo" || InTreeVolumes.RemovedIn(type) is not null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(VolumeTypeNotInRestricted),
        Title = "Volume has a type that the Pod Security Standard 'restricted' forbids",
        MessageFormat =
            "Volume '{0}' of type '{1}' is refused by namespaces that enforce the Pod Security Standard 'restricted', because the pod "
            + "tells the node what to mount; use a persistent volume claim",
        Rationale =
            "Volumes such as nfs, iscsi and cloud disks let whoever writes the pod choose a server or disk that the node then mounts with "
            + "its own rights. Behind a claim an administrator makes that choice once, and the pod only names it.",
        WhenToIgnore = "When the namespace enforces 'baseline' and pods in it are written by administrators alone.",
        CatalogueSlugs = ["volume-type-not-in-restricted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.PodSecurity("restricted", "Volume Types"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0028"],
        Options =
        [
            new("allowed_volume_types", "", "Further types that are accepted, separated by commas, such as image."),
        ],
        Supersedes = ["HB3048"],
        ComparedWith =
            "Paths of the node, gitRepo volumes and types that Kubernetes has removed have rules of their own, which trivy's check "
            + "includes.",
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
                          [|nfs|]:
                            server: nfs.example.com
                            path: /export/data
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
