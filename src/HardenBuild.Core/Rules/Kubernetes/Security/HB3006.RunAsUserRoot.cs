using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>runAsUser: 0</c>.</summary>
internal sealed class RunAsUserRoot() : WorkloadRule("HB3006", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            // A value of the pod that every container overrides has no effect.
            var user = container.Security.RunAsUser;
            if (workload.Pod.IsViolation(PodSecurityControl.RunAsUser, user))
                yield return ReportContainer(workload, container, user.Known!.Value.Location, container.DisplayName);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsUserRoot),
        Title = "Container is told to run as root",
        MessageFormat =
            "'runAsUser: 0' runs container '{0}' as root even if its image has a user of its own; name a user that is not root or "
            + "leave the choice to the image",
        Rationale =
            "The field overrides the USER of the image, so that even an image made for an ordinary user runs as root. Root in a "
            + "container is root on the node as soon as a mount, a runtime bug or a kernel bug lets it out. The user of the .NET "
            + "images has the number 1654.",
        WhenToIgnore = "When an init container has to change the owner of a volume and 'fsGroup' cannot do it.",
        CatalogueSlugs = ["run-as-user-root"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.PodSecurity("restricted", "Running as Non-root user"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0105", "kubeaudit:RunAsUserCSCRoot", "kubeaudit:RunAsUserPSCRoot"],
        Supersedes = ["HB3005"],
        ComparedWith = "kubeaudit also reports the value of a pod that every container overrides, which is HB3170.",
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
                            runAsUser: [|0|]

                """),
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      securityContext:
                        runAsUser: [|0|]
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsUser: 1654

                """),
        ],
    };
}
