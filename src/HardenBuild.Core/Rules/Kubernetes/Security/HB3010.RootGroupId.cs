using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Group 0.</summary>
internal sealed class RootGroupId() : WorkloadRule("HB3010", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!workload.Pod.IsLinux)
            yield break;
        var pod = workload.Pod.SecurityContext;
        if (pod.RunAsGroup.Known is { Value: 0 } group && IsInherited(workload))
            yield return ReportPod(workload, group.Location, "runAsGroup");
        if (pod.FsGroup.Known is { Value: 0 } owner)
            yield return ReportPod(workload, owner.Location, "fsGroup");
        foreach (var supplemental in pod.SupplementalGroups.Items)
        {
            if (supplemental.Value == "0")
                yield return ReportPod(workload, supplemental.Location, "supplementalGroups");
        }

        foreach (var container in workload.Containers)
        {
            if (container.OwnSecurityContext.RunAsGroup.Known is { Value: 0 } own)
                yield return ReportContainer(workload, container, own.Location, "runAsGroup");
        }
    }

    // A pod without containers to override it is judged as it stands.
    private static bool IsInherited(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.OwnSecurityContext.RunAsGroup.IsAbsent)
                return true;
        }

        return workload.Containers.IsEmpty;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RootGroupId),
        Title = "Pod uses the group of root",
        MessageFormat =
            "'{0}' makes the processes members of root's group 0, which owns files of the image and of mounted volumes; choose "
            + "another group or leave the field out",
        Rationale =
            "Many files of images and nodes may be read or written by their group, which is root's. A process with group 0 reaches "
            + "them without being root. The group of the .NET images' user has the number 1654.",
        WhenToIgnore = "When the image is made for users with arbitrary numbers and group 0, as on OpenShift.",
        CatalogueSlugs = ["root-group-id"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0116", "kube-linter:run-as-non-root", "kubescape:set-supplementalgroups-values"],
        ComparedWith = "kube-linter looks at the group within its check for users that are not root, and only at 'runAsGroup'.",
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
                            runAsGroup: [|0|]

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
                        fsGroup: [|0|]
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
                      securityContext:
                        fsGroup: 1654
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
