using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A pod mounts a ConfigMap of the set.</summary>
internal sealed class WorkloadMountsConfigmap() : MountedObjectRule("HB3052", RuleSeverity.None, RuleSeverity.None)
{
    protected override string Kind => "ConfigMap";

    protected override IEnumerable<MountedObject> Find(PodTemplate pod)
    {
        foreach (var (volume, fields, _) in PodVolumes.OfType(pod, "configMap"))
            yield return new MountedObject(volume, fields.Text("name"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkloadMountsConfigmap),
        Title = "Pod mounts a ConfigMap",
        MessageFormat = "Volume '{0}' gives the pod the files of the ConfigMap '{1}'; list it among what decides how the pod behaves",
        Rationale =
            "Who may change a ConfigMap changes the pods that mount it, without a new version of the workload. Which pods those are is "
            + "worth knowing.",
        WhenToIgnore = "Always, unless you take stock of what pods have access to: the finding is an entry of an inventory and no defect.",
        CatalogueSlugs = ["workload-mounts-configmap"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0258", "kubescape:workload-mounted-configmap"],
        ComparedWith = "Only what is mounted, and whose object is among the manifests of the same namespace, is listed, as kubescape does.",
        Violations =
        [
            new("manifests.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  colour: blue
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
                          configMap:
                            name: [|settings|]
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
