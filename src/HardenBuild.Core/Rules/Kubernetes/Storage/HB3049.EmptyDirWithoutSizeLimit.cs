using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>An <c>emptyDir</c> that may fill the disk or memory of its node.</summary>
internal sealed class EmptyDirWithoutSizeLimit() : WorkloadRule("HB3049", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Containers.Length > 0 && workload.Containers.All(static container => HasStorageLimit(container)))
            yield break;
        foreach (var volume in workload.Pod.Volumes)
        {
            if (volume.Root.Find("emptyDir") is not { } member || member.Value.AsScalar is { IsNull: true })
                continue;
            var fields = new ManifestFields(member.Value.Resolve());
            // A limit is a quantity, so that a plain number counts as well as a text.
            if (fields.IsUnknown || fields.Mapping?["sizeLimit"] is { } limit && limit.AsScalar is not { IsNull: true })
                continue;
            var medium = fields.Text("medium");
            yield return ReportPod(workload, member.KeyLocation, volume.Name.Known?.Value ?? "", medium.Is("Memory") ? "memory of its containers" : "disk of the node");
        }
    }

    private static bool HasStorageLimit(Container container) =>
        container.Root.At("resources", "limits", "ephemeral-storage") is { } limit && limit.AsScalar is not { IsNull: true };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EmptyDirWithoutSizeLimit),
        Title = "Scratch volume has no size limit",
        MessageFormat = "Volume '{0}' may grow until the {1} is full, which takes other pods down with it; set 'sizeLimit'",
        Rationale =
            "What a container writes to an emptyDir counts against the node's disk, or against the pod's memory with 'medium: Memory'. A "
            + "full node evicts pods that did nothing wrong. With 'sizeLimit' the pod that writes too much is the one that goes.",
        WhenToIgnore = "When a ResourceQuota or LimitRange of the namespace limits ephemeral storage.",
        CatalogueSlugs = ["empty-dir-without-size-limit"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                          [|emptyDir|]: {}
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
