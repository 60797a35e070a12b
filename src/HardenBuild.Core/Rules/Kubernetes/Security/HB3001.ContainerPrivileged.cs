using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>privileged: true</c>.</summary>
internal sealed class ContainerPrivileged() : WorkloadRule("HB3001", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.PrivilegedContainers))
        {
            if (violation.Container is { } container && workload.Pod.IsLinux)
                yield return ReportContainer(workload, container, violation.Location, container.DisplayName);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ContainerPrivileged),
        Title = "Container is privileged",
        MessageFormat =
            "Container '{0}' is privileged: whoever breaks into it is root on the node; remove 'privileged' and add only the "
            + "capabilities it needs",
        Rationale =
            "A privileged container has all capabilities, sees all devices of the node and runs without seccomp and AppArmor. "
            + "Leaving it takes one command, such as mounting the node's disk. No ASP.NET Core service needs it.",
        WhenToIgnore =
            "When the container manages the node itself, such as a network or storage driver of the cluster, and its image and "
            + "namespace are under the same control as the node.",
        CatalogueSlugs = ["container-privileged"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.2"),
            RuleReference.PodSecurity("baseline", "Privileged Containers"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0017",
            "checkov:CKV_K8S_16",
            "kube-linter:privileged-container",
            "kube-score:container-security-context-privileged",
            "polaris:runAsPrivileged",
            "kubeaudit:PrivilegedTrue",
            "kubesec:Privileged",
            "kubescape:C-0057",
            "kics:Container Is Privileged",
        ],
        Related = ["kubeaudit:PrivilegedNil"],
        ComparedWith =
            "kubeaudit also reports a missing value, which is the same as false. kubescape's control also reports "
            + "SYS_ADMIN, for which there is a rule of its own.",
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
                          securityContext:
                            privileged: [|true|]

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
                          securityContext:
                            privileged: false

                """),
        ],
    };
}
