using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>An account that nobody defines.</summary>
internal sealed class ServiceAccountNotFound() : ManifestSetRule("HB3107", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (ServiceAccounts.FieldOf(workload.Pod).Known is not { Value: not (ServiceAccounts.Default or "") } account || workload.Object.Namespace.IsUnknown)
                continue;
            if (!set.Named("ServiceAccount", workload.Object.Namespace, account.Value).Any())
                yield return Report(account.Location, account.Value) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceAccountNotFound),
        Title = "Service account is not defined",
        MessageFormat =
            "'{0}' is not defined in the repository, and without it the cluster makes no pod; add the ServiceAccount, or correct "
            + "the name",
        Rationale =
            "The API server refuses a pod whose service account does not exist. The workload is accepted, shows no error and "
            + "stays without pods.",
        WhenToIgnore = "When another repository, chart or operator makes the account.",
        CatalogueSlugs = ["service-account-not-found"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["kube-linter:non-existent-service-account", "kubescape:C-0307"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: [|api|]
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
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: api
                  namespace: shop

                """),
        ],
    };
}
