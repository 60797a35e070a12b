using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;

namespace HardenBuild.Rules.Kubernetes.Probes;

/// <summary>A long delay instead of a startup probe.</summary>
internal sealed class StartupProbeMissing() : WorkloadRule("HB3098", RuleSeverity.None, RuleSeverity.None)
{
    private const long Patience = 60;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (Probe.Find(container.Root, "livenessProbe")?.InitialDelay.Known is { Value: >= Patience } delay && Probe.IsMissing(container.Root, "startupProbe"))
                yield return ReportContainer(workload, container, delay.Location, container.DisplayName, delay.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StartupProbeMissing),
        Title = "Liveness probe waits instead of a startup probe",
        MessageFormat =
            "The liveness probe of container '{0}' waits {1} seconds for every start; add a 'startupProbe' and drop the delay",
        Rationale =
            "A long initial delay also delays the discovery of a hang after each restart. A startup probe waits as long as it "
            + "takes and hands over at once. The rule is off by default.",
        WhenToIgnore = "When the cluster is older than Kubernetes 1.18.",
        CatalogueSlugs = ["startup-probe-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
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
                          livenessProbe:
                            initialDelaySeconds: [|120|]
                            tcpSocket:
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
                          startupProbe:
                            failureThreshold: 30
                            tcpSocket:
                              port: 8080
                          livenessProbe:
                            tcpSocket:
                              port: 8080

                """),
        ],
    };
}
