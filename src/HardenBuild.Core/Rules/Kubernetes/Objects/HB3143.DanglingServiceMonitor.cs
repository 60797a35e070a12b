using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A monitor of nothing.</summary>
internal sealed class DanglingServiceMonitor() : ManifestSetRule("HB3143", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var monitor in set.OfKind("monitoring.coreos.com", "ServiceMonitor"))
        {
            var spec = new ManifestFields(monitor.Root["spec"]);
            if (spec.IsUnknown)
                continue;
            if (spec.Object("selector").IsAbsent && spec.Object("namespaceSelector").IsAbsent)
                yield return Report(monitor.NameLocation, monitor.LogicalPath, "has no selector") with { LogicalPath = monitor.LogicalPath };
            else if (LabelSelector.From(spec.Mapping?["selector"]) is { Location: { } location, IsEmpty: false } selector && set.Network.Services.Length > 0 && set.Network.Services.All(service => selector.Matches(service.Object.Labels) == Answer.No))
                yield return Report(location, monitor.LogicalPath, "matches no Service that the repository defines") with { LogicalPath = monitor.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingServiceMonitor),
        Title = "Service monitor selects no Service",
        MessageFormat = "'{0}' {1}; correct the labels or the namespace",
        Rationale = "Prometheus then measures nothing, and no alert ever fires. Nothing says so when it is deployed.",
        WhenToIgnore = "When the Service is defined in another chart or repository.",
        CatalogueSlugs = ["dangling-service-monitor"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dangling-servicemonitor"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      [|app: apii|]
                  endpoints:
                    - port: http
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                  labels:
                    app: api
                spec:
                  selector:
                    app: api
                  ports:
                    - port: 80

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      app: api
                  endpoints:
                    - port: http
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                  labels:
                    app: api
                spec:
                  selector:
                    app: api
                  ports:
                    - port: 80

                """),
        ],
    };
}
