using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A port of the node.</summary>
internal sealed class HostPort() : WorkloadRule("HB4001", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var ports in workload.Pod.ViolationsOf(PodSecurityControl.HostPorts).GroupBy(static violation => violation.Container!))
        {
            var first = ports.First();
            yield return ReportContainer(workload, ports.Key, first.Location, first.Value!, ports.Key.DisplayName) with
            {
                Related = RepeatedPlaces.AfterFirst(ports.Select(static port => port.Location), "This port as well"),
                // One pod on every node with a port of its own is how ingress controllers and agents are built,
                // and in the network of the node every port is one of the node's anyway.
                AtMost = workload.Object.Kind.Value == "DaemonSet" || workload.Pod.HostNetwork.Is(true) ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPort),
        Title = "Container takes a port of its node",
        MessageFormat =
            "Port {0} of the node leads into container '{1}' past Services and, in many clusters, past network policies; remove "
            + "'hostPort' and publish it with a Service",
        Rationale =
            "A host port opens the container on every address of the node, and the scheduler can place only one such pod on a node. "
            + "Network plugins differ in whether network policies apply. Namespaces that enforce the Pod Security Standard 'baseline' "
            + "refuse such pods.",
        WhenToIgnore = "When the pod is an ingress controller or an agent on every node; in a DaemonSet, and in the network of the node, it is only a suggestion.",
        CatalogueSlugs = ["host-port"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.12"),
            RuleReference.PodSecurity("baseline", "Host Ports"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0024", "checkov:CKV_K8S_26", "polaris:hostPortSet", "kubescape:C-0044"],
        Related = ["kics:Image Host Port Not Specified"],
        ComparedWith = "kics asks for the opposite: that every port names a port of the node.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          ports:
                            - containerPort: 8080
                              hostPort: [|8080|]

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
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
