using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Workloads with one account.</summary>
internal sealed class ServiceAccountShared() : ManifestSetRule("HB4102", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var first = new Dictionary<(string? Namespace, string Account), Workload>();
        foreach (var workload in set.Workloads)
        {
            if (ServiceAccounts.FieldOf(workload.Pod).Known is not { Value: not (ServiceAccounts.Default or "") } account || workload.Object.Namespace.IsUnknown)
                continue;
            var key = (workload.Object.Namespace.Known?.Value, account.Value);
            if (!first.TryGetValue(key, out var other))
                first.Add(key, workload);
            else if (other.LogicalPath != workload.LogicalPath)
                yield return Report(account.Location, account.Value, other.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceAccountShared),
        Title = "Service account is shared by several workloads",
        MessageFormat =
            "'{0}' is the service account of '{1}' as well, so each has the other's permissions; give each an account of its own",
        Rationale =
            "What one of them needs the others may do too, and the audit log cannot tell them apart. The rule is off by default: "
            + "parts of one application often share an account on purpose.",
        WhenToIgnore = "When the workloads are parts of one application.",
        CatalogueSlugs = ["service-account-shared"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kics:Shared Service Account"],
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
                      serviceAccountName: shop
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: [|shop|]
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
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: web
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
