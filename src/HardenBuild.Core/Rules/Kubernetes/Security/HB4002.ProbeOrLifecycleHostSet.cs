using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A probe or lifecycle hook of another host.</summary>
internal sealed class ProbeOrLifecycleHostSet() : WorkloadRule("HB4002", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.HostProbes))
        {
            var isOwnNode = workload.Pod.HostNetwork.Is(true) && violation.Value is "127.0.0.1" or "localhost" or "::1";
            yield return ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Field) with
            {
                AtMost = isOwnNode ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ProbeOrLifecycleHostSet),
        Title = "Probe or lifecycle hook makes the kubelet call another host",
        MessageFormat =
            "'{1}' makes the kubelet send requests to '{0}' from the network of the node; remove 'host', so that it asks the pod "
            + "itself",
        Rationale =
            "The kubelet sends the requests of probes and hooks from the node, past every network policy. A manifest that names the "
            + "host can so reach services that are open to nodes only, such as the cloud's metadata service. The Pod Security "
            + "Standard 'baseline' forbids it since Kubernetes 1.34.",
        WhenToIgnore =
            "When the pod is in the network of the node and listens on localhost only, as parts of the control plane do; that is "
            + "only a suggestion.",
        CatalogueSlugs = ["probe-or-lifecycle-host-set"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(918),
            RuleReference.PodSecurity("baseline", "Host Probes / Lifecycle Hooks"),
            RuleReference.OwaspKubernetes("K07:2022"),
            RuleReference.OwaspKubernetes("K05:2025"),
        ],
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
                          livenessProbe:
                            httpGet:
                              host: [|169.254.169.254|]
                              path: /health
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
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          livenessProbe:
                            httpGet:
                              path: /health
                              port: 8080

                """),
        ],
    };
}
