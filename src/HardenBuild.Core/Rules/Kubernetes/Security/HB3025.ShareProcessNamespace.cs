using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>shareProcessNamespace: true</c>.</summary>
internal sealed class ShareProcessNamespace() : WorkloadRule("HB3025", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Pod.ShareProcessNamespace.Known is { Value: true } shared && workload.Pod.IsLinux)
            yield return ReportPod(workload, shared.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShareProcessNamespace),
        Title = "Containers of the pod see each other's processes",
        MessageFormat =
            "The containers of the pod see each other's processes, with their environment and files below /proc; remove "
            + "'shareProcessNamespace' and share what is needed through a volume",
        Rationale =
            "In a shared process namespace every container reads the environment variables of the others, and through /proc their "
            + "file systems, if it has the same user or may trace. One container that is broken into gives up all of them.",
        WhenToIgnore =
            "When a sidecar has to signal or trace the application by design, such as dotnet-monitor; a shared volume with the "
            + "diagnostic socket is enough for it in most cases.",
        CatalogueSlugs = ["share-process-namespace"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                      shareProcessNamespace: [|true|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

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
                      shareProcessNamespace: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
