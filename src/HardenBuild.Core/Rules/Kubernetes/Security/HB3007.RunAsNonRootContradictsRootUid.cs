using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>runAsNonRoot: true</c> with <c>runAsUser: 0</c>.</summary>
internal sealed class RunAsNonRootContradictsRootUid() : WorkloadRule("HB3007", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Security is { RunAsNonRoot.Known: { Value: true } nonRoot, RunAsUser.Known: { Value: 0 } user })
            {
                yield return ReportContainer(workload, container, user.Location, container.DisplayName) with
                {
                    Related = [new RelatedLocation(nonRoot.Location, "'runAsNonRoot' forbids it here")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsNonRootContradictsRootUid),
        Title = "Container must not run as root and is told to",
        MessageFormat =
            "Container '{0}' never starts: 'runAsNonRoot' forbids the user 0 that 'runAsUser' asks for; name a user that is not "
            + "root",
        Rationale =
            "The kubelet compares the two fields before it starts the container and answers with CreateContainerConfigError. The "
            + "pod exists, but the container waits for ever. The user of the .NET images has the number 1654.",
        WhenToIgnore = "Never: a container with both settings cannot run.",
        CatalogueSlugs = ["run-as-non-root-contradicts-root-uid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0105", "kube-linter:run-as-non-root", "kubeaudit:RunAsUserCSCRoot", "kubeaudit:RunAsUserPSCRoot"],
        Supersedes = ["HB3006"],
        ComparedWith = "The other tools report the root user alone, although it never runs.",
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
                            runAsNonRoot: true
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
                          securityContext:
                            runAsNonRoot: true

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
                            runAsNonRoot: true
                            runAsUser: 1654

                """),
        ],
    };
}
