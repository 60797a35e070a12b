using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>The container's command runs sudo.</summary>
internal sealed class SudoInEntrypoint() : WorkloadRule("HB3038", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (ContainerCommand.Of(container).FindProgram("sudo") is { } location)
                yield return ReportContainer(workload, container, location, container.DisplayName);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SudoInEntrypoint),
        Title = "Container starts a program with sudo",
        MessageFormat =
            "Container '{0}' gives a program root with 'sudo', which takes back what 'runAsNonRoot' promises; start it as the "
            + "container's user and give it the one right that it needs",
        Rationale =
            "An image in which sudo works has a rule that lets its user become root, for whoever breaks into the application too. "
            + "It needs privilege escalation to be allowed, and it hides from 'runAsUser' and 'runAsNonRoot' who really runs.",
        WhenToIgnore = "When the image was not made by you and starts no other way.",
        CatalogueSlugs = ["sudo-in-entrypoint"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0062"],
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
                          command: [[|sudo|], /app/api]

                """),
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
                          command: [sh, -c, [|"sudo chown app /data && exec /app/api"|]]

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
                          command: [/app/api]

                """),
        ],
    };
}
