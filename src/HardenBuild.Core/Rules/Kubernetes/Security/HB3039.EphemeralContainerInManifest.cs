using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>ephemeralContainers</c> in a manifest.</summary>
internal sealed class EphemeralContainerInManifest() : WorkloadRule("HB3039", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Pod.Spec.Find("ephemeralContainers") is { } member && member.Value.AsSequence is { Items.IsEmpty: false } && !IsDump(workload.Object))
            yield return ReportPod(workload, member.KeyLocation);
    }

    // What 'kubectl get -o yaml' prints of a running pod is no manifest.
    private static bool IsDump(KubernetesObject manifest) => manifest.Root["status"] is not null || manifest.Root.At("metadata", "managedFields") is not null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EphemeralContainerInManifest),
        Title = "Manifest has ephemeral containers",
        MessageFormat =
            "Kubernetes refuses to create a pod with 'ephemeralContainers': they are added to running pods by 'kubectl debug'; "
            + "remove them",
        Rationale =
            "Ephemeral containers are a tool for debugging: the API takes them only as a change of a pod that runs, never when a "
            + "pod or a workload is created. In a manifest they are left over from a dump of the cluster.",
        WhenToIgnore = "When the file is a dump of a running pod that nobody applies.",
        CatalogueSlugs = ["ephemeral-container-in-manifest"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                      [|ephemeralContainers|]:
                        - name: debugger
                          image: busybox:1.37

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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
