using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>One check for two questions.</summary>
internal sealed class ProbesIdentical() : WorkloadRule("HB3099", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (Probe.Find(container.Root, "livenessProbe") is { } liveness && Probe.Find(container.Root, "readinessProbe") is { } readiness && liveness.AsksTheSame(readiness))
            {
                yield return ReportContainer(workload, container, liveness.KeyLocation, container.DisplayName) with
                {
                    Related = [new RelatedLocation(readiness.KeyLocation, "The same check")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ProbesIdentical),
        Title = "Liveness and readiness probe ask the same",
        MessageFormat =
            "Both probes of container '{0}' ask the same, so a pod that is only busy is restarted instead of spared; give "
            + "liveness a check of its own that asks for no dependency",
        Rationale =
            "Readiness takes a pod out of the Service until it recovers. Liveness kills it. With one check for both, an "
            + "overloaded pod is killed while it works, and the others get its load.",
        WhenToIgnore = "When the check is about the process alone and its thresholds for liveness are much larger.",
        CatalogueSlugs = ["probes-identical"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:pod-probes-identical"],
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
                        - name: api
                          image: registry.example.com/api:1.4.2
                          [|livenessProbe|]:
                            httpGet:
                              path: /health
                              port: 8080
                          readinessProbe:
                            httpGet:
                              path: /health
                              port: 8080

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
                              path: /alive
                              port: 8080
                          readinessProbe:
                            httpGet:
                              path: /health
                              port: 8080

                """),
        ],
    };
}
