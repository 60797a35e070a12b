using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>Nothing is limited.</summary>
internal sealed class ResourcesMissingEntirely() : WorkloadRule("HB3087", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Resources.HasNoLimits)], "resources");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ResourcesMissingEntirely),
        Title = "Container has no limits",
        MessageFormat =
            "Container '{0}' has neither a limit of memory nor of CPU, so one leak or loop stops everything on its node; set "
            + "'resources.limits.memory' and 'resources.requests'",
        Rationale =
            "Memory and CPU of a node are shared by all its pods. What one takes without a limit the others lack. This finding "
            + "stands for those about the single values, and for a missing liveness probe.",
        WhenToIgnore = "When a LimitRange or a vertical autoscaler of the cluster sets the value.",
        CatalogueSlugs = ["resources-missing-entirely"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:LimitsNotSet", "kubescape:C-0009"],
        RollsUp = ["HB3083", "HB3084", "HB3085", "HB3086", "HB3089", "HB3096"],
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
                          resources:
                            requests:
                              cpu: 100m
                              memory: 256Mi
                            limits:
                              memory: 256Mi

                """),
        ],
    };
}
