using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Model.Kubernetes.Storage;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume whose driver is no longer part of Kubernetes.</summary>
internal sealed class InTreeVolumeRemoved() : ManifestSetRule("HB3048", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var reported = new HashSet<SourceLocation>();
        foreach (var workload in set.Workloads)
        {
            foreach (var volume in workload.Pod.Volumes)
            {
                if (volume.Source is { } source && reported.Add(source.Location) && Judge(source, workload.LogicalPath) is { } finding)
                    yield return finding;
            }
        }

        foreach (var manifest in set.OfKind("", "PersistentVolume"))
        {
            foreach (var member in new ManifestFields(manifest.Root["spec"]).Mapping?.EffectiveMembers() ?? [])
            {
                if (member.Key is { } key && Judge(new VolumeSource(key.Value, key.Location), manifest.LogicalPath) is { } finding)
                    yield return finding;
            }
        }
    }

    private Finding? Judge(VolumeSource source, string owner)
    {
        if (InTreeVolumes.RemovedIn(source.Type) is { } version)
        {
            var effect = $"Kubernetes {version} and later cannot mount it, so that the pod never starts";
            return Report(source.Location, source.Type, effect, "use a persistent volume claim whose class has a CSI driver") with { LogicalPath = owner };
        }

        if (InTreeVolumes.MigratedTo(source.Type) is not { } driver)
            return null;
        var redirection = $"Kubernetes passes it on to the CSI driver '{driver}', which has to be installed";
        return Report(source.Location, source.Type, redirection, "name that driver in a 'csi' volume or in the class of a claim") with
        {
            LogicalPath = owner,
            AtMost = RuleSeverity.Suggestion,
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InTreeVolumeRemoved),
        Title = "Volume uses a driver that is no longer part of Kubernetes",
        MessageFormat = "The driver of '{0}' is no longer part of Kubernetes: {1}; {2}",
        Rationale =
            "Drivers for storage used to be compiled into Kubernetes. Some were removed, and pods with such volumes wait for ever; the "
            + "volumes of the large clouds are redirected to a CSI driver, which is a suggestion to write down what happens anyway.",
        WhenToIgnore = "When the cluster is older than the version in the message and will not be upgraded.",
        CatalogueSlugs = ["in-tree-volume-removed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["trivy:KSV-0028"],
        ComparedWith = "trivy reports every type outside the Pod Security Standard 'restricted', whether its driver exists or not.",
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
                          [|glusterfs|]:
                            endpoints: gluster
                            path: data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
            new("volume.yaml", """
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: data
                spec:
                  capacity:
                    storage: 10Gi
                  accessModes: [ReadWriteOnce]
                  [|awsElasticBlockStore|]:
                    volumeID: vol-0123456789abcdef0

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
