using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A Secret becomes environment variables.</summary>
internal sealed class SecretInEnvFromSecretRef() : WorkloadRule("HB3057", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private const int NamesInMessage = 3;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            var references = SecretReferences.InEnvironment(container).ToList();
            if (references.Count == 0)
                continue;
            yield return ReportContainer(workload, container, references[0].Location, container.DisplayName, NamesOf(references)) with
            {
                Related = RepeatedPlaces.AfterFirst(references.Select(static reference => reference.Location), "This one too"),
            };
        }
    }

    private static string NamesOf(List<SecretReference> references)
    {
        var names = string.Join(", ", references.Take(NamesInMessage).Select(static reference => $"'{reference.Name}'"));
        return references.Count > NamesInMessage ? $"{names} and {(references.Count - NamesInMessage).ToString(CultureInfo.InvariantCulture)} more" : names;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretInEnvFromSecretRef),
        Title = "Secrets reach the container as environment variables",
        MessageFormat =
            "Container '{0}' gets secrets as environment variables ({1}), which crash reports, child processes and '/proc' show; mount the "
            + "Secret as files and read them with 'AddKeyPerFile'",
        Rationale =
            "Everything that runs in the container inherits its environment, and many programs write it to logs when they fail. A file in "
            + "a volume has permissions, and changes when the Secret does. .NET reads a folder of such files with AddKeyPerFile.",
        WhenToIgnore =
            "When the image takes the value in no other way. Environment variables are how most .NET applications are configured, so that "
            + "in mode 'default' the finding is only a suggestion.",
        CatalogueSlugs = ["secret-in-env-from-secret-ref"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(526),
            RuleReference.CisKubernetes("5.4.1"),
            RuleReference.OwaspKubernetes("K08:2022"),
            RuleReference.OwaspKubernetes("K03:2025"),
        ],
        Aliases =
        [
            "checkov:CKV_K8S_35",
            "kube-linter:read-secret-from-env-var",
            "kubesec:SecretsAsEnvironmentVariables",
            "kubescape:C-0207",
            "kubescape:rule-secrets-in-env-var",
            "kubescape:rule-credentials-in-env-var",
            "kics:Secrets As Environment Variables",
        ],
        Related = ["kubescape:C-0259"],
        ComparedWith =
            "kube-linter looks at single variables and not at 'envFrom'. The other tools report each variable; here a container is one "
            + "finding.",
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
                            - name: [|ConnectionStrings__Shop|]
                              valueFrom:
                                secretKeyRef:
                                  name: database
                                  key: connection-string

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
                          envFrom:
                            - secretRef:
                                name: [|database|]

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
                      volumes:
                        - name: database
                          secret:
                            secretName: database
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: database
                              mountPath: /run/secrets/database
                              readOnly: true

                """),
        ],
    };
}
