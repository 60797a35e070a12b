using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>A readiness probe of a port that the container does not declare.</summary>
internal sealed class ReadinessProbePortNotExposed() : WorkloadRule("HB3101", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (Probe.Find(container.Root, "readinessProbe") is { Port.Known: { } port } && ProbePorts.IsDeclared(container, port.Value) == Answer.No)
            {
                yield return ReportContainer(workload, container, port.Location, port.Value, container.DisplayName) with
                {
                    AtMost = ProbePorts.MayBeUndeclared(container, port.Value) ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ReadinessProbePortNotExposed),
        Title = "Readiness probe asks an undeclared port",
        MessageFormat =
            "Port '{0}' of the readiness probe is not among the ports of container '{1}'; correct the number or name, or declare "
            + "it",
        Rationale =
            "A probe of the wrong port fails for ever: the pod never gets a request. A name that no port has is refused "
            + "outright.",
        WhenToIgnore = "When the port is served on purpose without being declared, which Kubernetes allows for numbers.",
        CatalogueSlugs = ["readiness-probe-port-not-exposed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:readiness-port"],
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
                          ports:
                            - containerPort: 8080
                          readinessProbe:
                            tcpSocket:
                              port: [|8081|]

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
                          ports:
                            - containerPort: 8080
                          readinessProbe:
                            tcpSocket:
                              port: 8080

                """),
        ],
    };
}
