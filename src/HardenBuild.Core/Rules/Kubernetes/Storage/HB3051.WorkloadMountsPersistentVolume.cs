using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A pod mounts a claim of the set.</summary>
internal sealed class WorkloadMountsPersistentVolume() : MountedObjectRule("HB3051", RuleSeverity.None, RuleSeverity.None)
{
    protected override string Kind => "PersistentVolumeClaim";

    protected override IEnumerable<MountedObject> Find(PodTemplate pod)
    {
        foreach (var (volume, fields, _) in PodVolumes.OfType(pod, "persistentVolumeClaim"))
            yield return new MountedObject(volume, fields.Text("claimName"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkloadMountsPersistentVolume),
        Title = "Pod mounts a persistent volume",
        MessageFormat = "Volume '{0}' gives the pod the data behind the claim '{1}'; list it among what an intruder in the pod can read and change",
        Rationale = "Data outlives the pod that wrote it. Which pods mount which claims tells what is lost when one of them is taken over.",
        WhenToIgnore = "Always, unless you take stock of what pods have access to: the finding is an entry of an inventory and no defect.",
        CatalogueSlugs = ["workload-mounts-persistent-volume"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0257", "kubescape:workload-mounted-pvc"],
        ComparedWith = "Only what is mounted, and whose object is among the manifests of the same namespace, is listed, as kubescape does.",
        Violations =
        [
            new("manifests.yaml", """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data
                spec:
                  accessModes: [ReadWriteOnce]
                  resources:
                    requests:
                      storage: 1Gi
                ---
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
                            claimName: [|data|]
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
                          emptyDir:
                            sizeLimit: 64Mi
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
