using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A port that the API refuses.</summary>
internal sealed class InvalidPortName() : ManifestSetRule("HB3104", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            foreach (var container in workload.Containers)
            {
                HashSet<string>? names = null;
                foreach (var port in container.Ports)
                {
                    var fields = new ManifestFields(port);
                    if (fields.Text("name").Known is { } name)
                    {
                        if (!PortNames.IsValid(name.Value))
                            yield return Wrong(workload.Object, name.Location, name.Value, Rules);
                        else if (!(names ??= []).Add(name.Value))
                            yield return Wrong(workload.Object, name.Location, name.Value, "has the name of another port of the container");
                    }

                    if (fields.Integer("containerPort").IsAbsent && !fields.IsUnknown)
                        yield return Wrong(workload.Object, fields.Text("name").Known?.Location ?? port.Location, fields.Text("name").Known?.Value ?? "", "has no 'containerPort'");
                    else if (fields.Integer("containerPort").Known is { Value: < 1 or > 65535 } number)
                        yield return Wrong(workload.Object, number.Location, number.Value.ToString(CultureInfo.InvariantCulture), "is not a number from 1 to 65535");
                }
            }
        }

        foreach (var service in set.Network.Services)
        {
            foreach (var port in service.Ports)
            {
                if (port.TargetName.Known is { } name && !PortNames.IsValid(name.Value))
                    yield return Wrong(service.Object, name.Location, name.Value, Rules);
                else if (port.TargetNumber.Known is { Value: < 1 or > 65535 } number)
                    yield return Wrong(service.Object, number.Location, number.Value.ToString(CultureInfo.InvariantCulture), "is not a number from 1 to 65535");
            }
        }
    }

    private const string Rules = "is no valid name: at most 15 small letters, digits and single hyphens, with a letter among them";

    private Finding Wrong(KubernetesObject manifest, SourceLocation location, string port, string problem) =>
        Report(location, manifest.LogicalPath, port, problem) with { LogicalPath = manifest.LogicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InvalidPortName),
        Title = "Port has an invalid name or number",
        MessageFormat = "Port '{1}' of '{0}' {2}; correct it",
        Rationale = "The API server refuses the object, and the deployment stops.",
        WhenToIgnore = "Never: the object is refused.",
        CatalogueSlugs = ["invalid-port-name"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:invalid-target-ports", "kube-score:container-ports-check"],
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
                            - name: [|http_admin|]
                              containerPort: 8080

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
                            - name: http-admin
                              containerPort: 8080

                """),
        ],
    };
}
