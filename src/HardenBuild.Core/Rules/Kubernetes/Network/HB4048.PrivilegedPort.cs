using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A port below 1024.</summary>
internal sealed class PrivilegedPort() : WorkloadRule("HB4048", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            var low = container.Ports.Select(static port => new ManifestFields(port).Integer("containerPort").Known).OfType<Located<long>>().Where(static port => port.Value is > 0 and < 1024).ToList();
            if (low.Count > 0)
            {
                yield return ReportContainer(workload, container, low[0].Location, container.DisplayName, low[0].Value.ToString(CultureInfo.InvariantCulture)) with
                {
                    Related = RepeatedPlaces.AfterFirst(low.Select(static port => port.Location), "This port as well"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PrivilegedPort),
        Title = "Container listens on a port below 1024",
        MessageFormat =
            "Container '{0}' listens on port {1}, which needs a privilege on some hosts; use a port from 1024 up, such as 8080",
        Rationale =
            "Ports below 1024 are for root, or for a capability that the container otherwise does without. .NET's images listen "
            + "on 8080 since .NET 8.",
        WhenToIgnore = "When the program cannot be moved and its node lets everybody open low ports.",
        CatalogueSlugs = ["privileged-port"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0117", "kube-linter:privileged-ports"],
        Violations =
        [
            new("network.yaml", """
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
                            - containerPort: [|80|]

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
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

                """),
        ],
    };
}
