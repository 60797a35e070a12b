using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A secret is written on the command line of a container.</summary>
internal sealed class HardcodedSecretInArgs() : WorkloadRule("HB3059", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Kind == ContainerKind.EphemeralContainer)
                continue;
            foreach (var secret in CommandSecrets.Find(container))
            {
                yield return ReportContainer(workload, container, secret.Location, container.DisplayName, secret.What) with
                {
                    AtMost = secret.Value == SecretValue.Placeholder ? RuleSeverity.Suggestion : RuleSeverity.Warning,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HardcodedSecretInArgs),
        Title = "Secret is written on the command line",
        MessageFormat =
            "The command of container '{0}' holds {1}, which the repository and every process on the node can read; replace the secret and "
            + "pass a file, or a variable from a Secret as '$(NAME)'",
        Rationale =
            "Arguments are shown by ps and /proc to whoever runs on the node, by kubectl to whoever may read pods, and they stay in the "
            + "history of the repository.",
        WhenToIgnore = "When the value opens nothing, as the password of a database that lives for one test.",
        CatalogueSlugs = ["hardcoded-secret-in-args"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(214), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Related = ["kics:Passwords And Secrets"],
        IsAboutSecretValue = true,
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
                          args: [--password=[|correct-horse-7|]]

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
                          args: [--token, [|correct-horse-7|]]

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
                          args: [--password-file=/run/secrets/database/password]

                """),
        ],
    };
}
