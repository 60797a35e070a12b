using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;
using HardenBuild.Model.Kubernetes.Storage;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A pod mounts a Secret of the set.</summary>
internal sealed class WorkloadMountsSecret() : MountedObjectRule("HB3064", RuleSeverity.None, RuleSeverity.None)
{
    protected override string Kind => "Secret";

    protected override IEnumerable<MountedObject> Find(PodTemplate pod)
    {
        foreach (var (volume, fields, _) in PodVolumes.OfType(pod, "secret"))
            yield return new MountedObject(volume, fields.Text("secretName"));
        foreach (var (volume, source) in PodVolumes.Projected(pod))
        {
            if (source["secret"] is { } secret)
                yield return new MountedObject(volume, new ManifestFields(secret).Text("name"));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkloadMountsSecret),
        Title = "Pod mounts a Secret",
        MessageFormat = "Volume '{0}' gives the pod the values of the Secret '{1}'; list it among what an intruder in the pod learns",
        Rationale =
            "A file in a volume is the better way to give a secret to a pod. Which pods hold which secrets tells what has to be replaced "
            + "when one of them is taken over.",
        WhenToIgnore = "Always, unless you take stock of what pods have access to: the finding is an entry of an inventory and no defect.",
        CatalogueSlugs = ["workload-mounts-secret"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Aliases = ["kubescape:C-0255", "kubescape:workload-mounted-secrets"],
        ComparedWith = "Only what is mounted, and whose object is among the manifests of the same namespace, is listed, as kubescape does.",
        Violations =
        [
            new("manifests.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: database
                type: Opaque
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
                          secret:
                            secretName: [|database|]
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
