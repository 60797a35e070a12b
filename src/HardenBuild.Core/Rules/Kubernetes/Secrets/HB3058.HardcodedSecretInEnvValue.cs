using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A secret is written as the value of an environment variable.</summary>
internal sealed class HardcodedSecretInEnvValue() : WorkloadRule("HB3058", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            foreach (var variable in container.Environment)
            {
                if (variable is not { Value: { } value, Name.Known: { } name } || LiteralSecret.Find(name.Value, value) is not { } secret)
                    continue;
                yield return ReportContainer(workload, container, secret.Location, name.Value, container.DisplayName, secret.What) with
                {
                    AtMost = secret.Value == SecretValue.Placeholder ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HardcodedSecretInEnvValue),
        Title = "Secret is written as an environment variable",
        MessageFormat =
            "Variable '{0}' of container '{1}' holds {2} for everyone who can read the repository or the pod; replace the secret, keep the "
            + "new one in a Secret and refer to it with 'valueFrom'",
        Rationale =
            "A manifest is read by far more people and programs than a Secret: it lies in the history of the repository, in the "
            + "annotations of the object and in the logs of pipelines. A secret that was there once is known and has to be replaced, not "
            + "only moved.",
        WhenToIgnore =
            "When the value opens nothing, as the password of a database that lives for one test. Words that only stand for a secret, such "
            + "as 'changeme', are suggestions.",
        CatalogueSlugs = ["hardcoded-secret-in-env-value"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(798), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Aliases =
        [
            "kube-linter:env-var-secret",
            "polaris:sensitiveContainerEnvVar",
            "kubescape:C-0012",
            "kubescape:C-0259",
            "kubescape:rule-credentials-in-env-var",
        ],
        IsAboutSecretValue = true,
        ComparedWith =
            "kube-linter looks for the word 'secret' alone. kubescape takes any value with 'JWT' or '_key_' for a secret, and any name "
            + "that contains 'key'; here the name has to end with a word for a secret, or the value has to be a token of a known form. "
            + "Paths, addresses, numbers, variables and templates are no secrets.",
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
                          env:
                            - name: Database__Password
                              value: [|correct-horse-7|]

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
                          env:
                            - name: Database__Password
                              valueFrom:
                                secretKeyRef:
                                  name: database
                                  key: password

                """),
        ],
    };
}
