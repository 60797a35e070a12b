using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A share of nothing.</summary>
internal sealed class HpaMetricWithoutRequest() : ManifestSetRule("HB3116", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (set.Availability.ScalerOf(workload) is not { IsHorizontalPodAutoscaler: true } scaler)
                continue;
            foreach (var metric in scaler.Metrics)
            {
                var resource = new ManifestFields(metric).Object("resource");
                if (resource.Text("name").Known is not { Value: ContainerResources.Cpu or ContainerResources.Memory } name || !resource.Object("target").Text("type").Is("Utilization"))
                    continue;
                if (LongRunning.Containers(workload).FirstOrDefault(container => container.Resources.Request(name.Value).IsAbsent) is { } container)
                {
                    yield return Report(name.Location, scaler.Object.LogicalPath, name.Value, container.DisplayName) with
                    {
                        LogicalPath = scaler.Object.LogicalPath,
                        Related = [new RelatedLocation(container.NameLocation, "The container without the request")],
                    };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaMetricWithoutRequest),
        Title = "Autoscaler measures a resource that is not requested",
        MessageFormat = "'{0}' scales by the use of '{1}' in percent of the request, but container '{2}' has no such request; set it",
        Rationale =
            "The use is divided by the requests of all containers of the pod. When one of them is missing the autoscaler cannot "
            + "compute it, reports 'FailedGetResourceMetric' and never scales.",
        WhenToIgnore = "When a LimitRange of the cluster sets the request.",
        CatalogueSlugs = ["hpa-metric-without-request"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api
                  minReplicas: 2
                  maxReplicas: 6
                  metrics:
                    - type: Resource
                      resource:
                        name: [|cpu|]
                        target:
                          type: Utilization
                          averageUtilization: 70
                ---
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

                """),
        ],
        Fixed =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api
                  minReplicas: 2
                  maxReplicas: 6
                  metrics:
                    - type: Resource
                      resource:
                        name: cpu
                        target:
                          type: Utilization
                          averageUtilization: 70
                ---
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

                """),
        ],
    };
}
