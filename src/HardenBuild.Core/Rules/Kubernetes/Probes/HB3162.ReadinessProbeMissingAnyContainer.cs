using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>The strict twin of HB3097.</summary>
internal sealed class ReadinessProbeMissingAnyContainer() : WorkloadRule("HB3162", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        LongRunning.Is(workload) ? ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Kind == ContainerKind.Container && Probe.IsMissing(container.Root, "readinessProbe"))]) : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ReadinessProbeMissingAnyContainer),
        Title = "Container without a readiness probe",
        MessageFormat = "Container '{0}' has no readiness probe, so it gets requests before it can answer them; add a 'readinessProbe'",
        Rationale =
            "The strict variant of HB3097 asks every long-running container for a probe, whether or not a Service leads to it. "
            + "It is off by default.",
        WhenToIgnore = "When nothing sends requests to the container.",
        CatalogueSlugs = ["readiness-probe-missing-any-container"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["checkov:CKV_K8S_9", "kube-linter:no-readiness-probe", "polaris:readinessProbeMissing", "kubescape:C-0018", "kubescape:configured-readiness-probe"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: [|api|]
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
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          readinessProbe:
                            httpGet:
                              path: /ready
                              port: 8080

                """),
        ],
    };
}
