using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A StatefulSet without its headless Service.</summary>
internal sealed class StatefulsetServiceNameInvalid() : ManifestSetRule("HB3138", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object is not { ApiGroup: "apps", Kind.Value: "StatefulSet" })
                continue;
            var name = new ManifestFields(workload.Object.Root["spec"]).Text("serviceName");
            if (name.IsAbsentOr("") && set.Availability.IsServed(workload))
                yield return Report(name.Known?.Location ?? workload.Object.NameLocation, workload.LogicalPath, "has no 'serviceName' although a Service leads to it") with { LogicalPath = workload.LogicalPath, AtMost = RuleSeverity.Suggestion };
            else if (name.Known is { Value.Length: > 0 } missing && set.Network.IsServiceMissing(workload.Object, workload.Object.Namespace, missing.Value))
                yield return Report(missing.Location, workload.LogicalPath, $"names the Service '{missing.Value}', which is not defined beside it") with { LogicalPath = workload.LogicalPath };
            else if (name.Known is { } service && set.Network.Named(workload.Object.Namespace, service.Value).ToList() is { Count: > 0 } services && services.TrueForAll(IsNotHeadless))
                yield return Report(service.Location, workload.LogicalPath, $"names the Service '{service.Value}', which is not headless") with { LogicalPath = workload.LogicalPath };
        }
    }

    private static bool IsNotHeadless(Service service)
    {
        var address = new ManifestFields(service.Object.Root["spec"]).Text("clusterIP");
        return !address.IsUnknown && !address.Is("None");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StatefulsetServiceNameInvalid),
        Title = "Stateful set has no headless Service",
        MessageFormat = "'{0}' {1}; its pods have no stable names without a headless Service",
        Rationale =
            "The pods of a stateful set find each other by names that the Service named in 'serviceName' gives them. It must be "
            + "headless, that is 'clusterIP: None'.",
        WhenToIgnore = "When another chart or repository defines the Service, or the pods never talk to each other.",
        CatalogueSlugs = ["statefulset-service-name-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:statefulset-has-servicename", "kics:StatefulSets Without Service Name"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: api
                  namespace: shop
                spec:
                  serviceName: [|api|]
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
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
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: api
                  namespace: shop
                spec:
                  serviceName: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  clusterIP: None
                  selector:
                    app: api
                  ports:
                    - port: 80

                """),
        ],
    };
}
