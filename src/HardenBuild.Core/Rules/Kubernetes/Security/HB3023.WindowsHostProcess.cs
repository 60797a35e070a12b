using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>windowsOptions.hostProcess: true</c>.</summary>
internal sealed class WindowsHostProcess() : WorkloadRule("HB3023", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.HostProcess))
        {
            yield return violation.Container is { } container
                ? ReportContainer(workload, container, violation.Location)
                : ReportPod(workload, violation.Location);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WindowsHostProcess),
        Title = "Windows container has the rights of its node",
        MessageFormat =
            "'hostProcess' runs the container as a process of its Windows node, with its network, files and services; remove it",
        Rationale =
            "A host process container is no container: it has no file system, network or registry of its own and may run as SYSTEM. "
            + "It exists for agents that set up nodes.",
        WhenToIgnore =
            "When the pod sets up Windows nodes, such as a network plugin or a storage driver, and its namespace is open to "
            + "administrators only.",
        CatalogueSlugs = ["windows-host-process"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.10"),
            RuleReference.PodSecurity("baseline", "HostProcess"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["kubescape:set-hostprocess-true", "trivy:KSV-0103", "polaris:hostProcess"],
        ComparedWith = "trivy reads the field of the pod only in pods, not in the templates of Deployments and others.",
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
                      os:
                        name: windows
                      hostNetwork: true
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            windowsOptions:
                              hostProcess: [|true|]

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
                      os:
                        name: windows
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            windowsOptions:
                              runAsUserName: ContainerUser

                """),
        ],
    };
}
