using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>SSH in a container.</summary>
internal sealed class SshPortExposed() : ManifestSetRule("HB4049", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            foreach (var port in workload.Containers.SelectMany(static container => container.Ports))
            {
                var fields = new ManifestFields(port);
                if (fields.Integer("containerPort").Known is { Value: 22 } ssh && fields.Text("protocol").IsAbsentOr("TCP"))
                    yield return Report(ssh.Location, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
            }
        }

        foreach (var service in set.Network.Services)
        {
            foreach (var port in service.Ports)
            {
                if (port.TargetNumber.Known is { Value: 22 or 2222 } target)
                    yield return Report(target.Location, service.Object.LogicalPath) with { LogicalPath = service.Object.LogicalPath };
                else if (port.Number.Known is { Value: 22 } number && port.TargetName.IsAbsent)
                    yield return Report(number.Location, service.Object.LogicalPath) with { LogicalPath = service.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SshPortExposed),
        Title = "Container offers SSH",
        MessageFormat =
            "'{0}' opens port 22, a way in past Kubernetes' own access control; remove the SSH server and use 'kubectl exec'",
        Rationale =
            "An SSH server in a container has keys and users of its own that nobody rotates, and leaves no trace in the "
            + "cluster's audit log.",
        WhenToIgnore = "When the container is a Git or SFTP server or a bastion host.",
        CatalogueSlugs = ["ssh-port-exposed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["kube-linter:ssh-port", "kubescape:C-0042", "kubescape:rule-can-ssh-to-pod-v1"],
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
                            - containerPort: [|22|]

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
