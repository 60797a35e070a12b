using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>Requests arrive before the pod can answer.</summary>
internal sealed class ReadinessProbeMissing() : ManifestSetRule("HB3097", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var reported = new HashSet<Workload>();
        foreach (var service in set.Network.Services)
        {
            foreach (var workload in set.Network.Behind(service))
            {
                if (!LongRunning.Is(workload) || !workload.Containers.All(static container => Probe.IsMissing(container.Root, "readinessProbe")) || workload.Containers.IsEmpty || !reported.Add(workload))
                    continue;
                yield return Report(workload.Containers[0].NameLocation, workload.LogicalPath, service.Object.Name.Known?.Value ?? "") with
                {
                    LogicalPath = workload.LogicalPath,
                    Related = [new RelatedLocation(service.Object.NameLocation, "The Service that leads here")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ReadinessProbeMissing),
        Title = "Pod behind a Service has no readiness probe",
        MessageFormat = "Pod of '{0}' gets requests from Service '{1}' as soon as it starts, ready or not; add a 'readinessProbe'",
        Rationale =
            "Without the probe each rollout and each restart sends requests to a process that is still starting, and to one that "
            + "has lost its database. A .NET application needs seconds to start.",
        WhenToIgnore = "When the clients repeat requests that fail.",
        CatalogueSlugs = ["readiness-probe-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:pod-probes", "kics:Readiness Probe Is Not Configured"],
        ComparedWith = "One container with the probe is enough, as it keeps the whole pod from requests; HB3162 asks every container.",
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
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: [|api|]
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
            new("deployment.yaml", """
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
                          readinessProbe:
                            httpGet:
                              path: /ready
                              port: 8080
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
    };
}
