using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>Nobody asks whether the container lives.</summary>
internal sealed class LivenessProbeMissing() : WorkloadRule("HB3096", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        LongRunning.Is(workload) ? ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Kind == ContainerKind.Container && Probe.IsMissing(container.Root, "livenessProbe"))]) : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LivenessProbeMissing),
        Title = "Liveness probe is missing",
        MessageFormat =
            "Container '{0}' has no liveness probe, so a process that hangs is never restarted; add a 'livenessProbe' that asks "
            + "for no dependency, such as ASP.NET Core's '/healthz'",
        Rationale =
            "Kubernetes restarts a container whose process ends, not one that is stuck. A liveness probe tells the difference. "
            + "It must not ask a database or another service, or an outage there restarts every pod.",
        WhenToIgnore = "When the process ends by itself as soon as it cannot go on.",
        CatalogueSlugs = ["liveness-probe-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["checkov:CKV_K8S_8", "kube-linter:no-liveness-probe", "polaris:livenessProbeMissing", "kubescape:C-0056", "kubescape:configured-liveness-probe", "kics:Liveness Probe Is Not Defined"],
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
                          livenessProbe:
                            httpGet:
                              path: /healthz
                              port: 8080

                """),
        ],
    };
}
