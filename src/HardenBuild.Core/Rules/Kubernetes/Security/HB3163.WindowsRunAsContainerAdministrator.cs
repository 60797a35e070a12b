using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A Windows container runs as an administrator.</summary>
internal sealed class WindowsRunAsContainerAdministrator() : WorkloadRule("HB3163", RuleSeverity.Warning, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            // A host process has the rights of the node whatever its user: that is the other rule's finding.
            if (container.Security.WindowsUserName.Known is not { } user || !IsAdministrator(user.Value) || container.Security.HostProcess.Is(true))
                continue;
            var effect = container.Security.RunAsNonRoot.Is(true) ? "and never starts, because 'runAsNonRoot' forbids it" : "with every right in the container";
            yield return ReportContainer(workload, container, user.Location, user.Value, container.DisplayName, effect);
        }
    }

    private static bool IsAdministrator(string user) =>
        user.Equals("ContainerAdministrator", StringComparison.OrdinalIgnoreCase)
        || user.Equals("NT AUTHORITY\\SYSTEM", StringComparison.OrdinalIgnoreCase)
        || user.EndsWith("\\Administrator", StringComparison.OrdinalIgnoreCase);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WindowsRunAsContainerAdministrator),
        Title = "Windows container runs as an administrator",
        MessageFormat = "User '{0}' runs container '{1}' as an administrator {2}; set 'runAsUserName: ContainerUser'",
        Rationale =
            "ContainerAdministrator may install services, change the registry and read every file and secret in the container, and "
            + "mounted host paths with them. ContainerUser is what the .NET images for Windows run as by themselves.",
        WhenToIgnore = "When the container installs software at its start and no image with that software can be built.",
        CatalogueSlugs = ["windows-run-as-container-administrator"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.7"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
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
                      os:
                        name: windows
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            windowsOptions:
                              runAsUserName: [|ContainerAdministrator|]

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
