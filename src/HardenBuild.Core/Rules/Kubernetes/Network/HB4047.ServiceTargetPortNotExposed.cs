using System.Globalization;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A Service to a port that no container declares.</summary>
internal sealed class ServiceTargetPortNotExposed() : ManifestSetRule("HB4047", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var service in set.Network.Services)
        {
            var workloads = set.Network.Behind(service);
            if (workloads.Count == 0)
                continue;
            foreach (var port in service.Ports)
            {
                var wanted = port.TargetName.Known?.Value ?? port.PodPort.Known?.Value.ToString(CultureInfo.InvariantCulture);
                if (wanted is null || workloads[0].Containers.All(static container => container.Ports.IsEmpty) || !workloads.All(workload => workload.Containers.All(container => ProbePorts.IsDeclared(container, wanted) == Answer.No)))
                    continue;
                yield return Report(port.TargetLocation, service.Object.LogicalPath, wanted, workloads[0].LogicalPath) with { LogicalPath = service.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceTargetPortNotExposed),
        Title = "Service leads to an undeclared port",
        MessageFormat =
            "'{0}' sends requests to port '{1}', which no container of '{2}' declares; correct 'targetPort', or declare the port",
        Rationale =
            "A name that no container has leads nowhere. A number works when something listens there, but nobody can see so in "
            + "the manifest.",
        WhenToIgnore = "When the port is served without being declared.",
        CatalogueSlugs = ["service-target-port-not-exposed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
        [
            new("network.yaml", """
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
                      targetPort: [|8081|]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          ports:
                            - containerPort: 8080

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
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
                      targetPort: 8080
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          ports:
                            - containerPort: 8080

                """),
        ],
    };
}
