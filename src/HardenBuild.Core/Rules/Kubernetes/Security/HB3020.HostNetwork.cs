using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>hostNetwork: true</c>.</summary>
internal sealed class HostNetwork() : WorkloadRule("HB3020", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.HostNamespaces))
        {
            // Windows host process pods must use the host's network: that they are such pods is the finding.
            if (violation.Field == "hostNetwork" && !workload.Object.Namespace.Is("kube-system") && !workload.Pod.ViolationsOf(PodSecurityControl.HostProcess).Any())
                yield return ReportPod(workload, violation.Location);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostNetwork),
        Title = "Pod uses the network of the node",
        MessageFormat =
            "The pod shares the network of its node: it reaches services bound to localhost and no network policy limits it; remove "
            + "'hostNetwork' and publish ports with a Service",
        Rationale =
            "In the node's network a pod sees the kubelet and other services that listen on localhost only, can listen on the node's "
            + "interfaces, may reach the cloud's metadata service under the node's identity, and is not subject to network policies.",
        WhenToIgnore =
            "When the pod is the cluster's network plugin, an ingress controller on bare nodes or a node exporter. Pods in the "
            + "namespace 'kube-system' and Windows host process pods, which must use the host's network, are not reported.",
        CatalogueSlugs = ["host-network"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.5"),
            RuleReference.PodSecurity("baseline", "Host Namespaces"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0009",
            "checkov:CKV_K8S_19",
            "kube-linter:host-network",
            "polaris:hostNetworkSet",
            "kubeaudit:NamespaceHostNetworkTrue",
            "kubesec:HostNetwork",
            "kubescape:C-0041",
            "kics:Shared Host Network Namespace",
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
                      hostNetwork: [|true|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

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
                      hostNetwork: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
