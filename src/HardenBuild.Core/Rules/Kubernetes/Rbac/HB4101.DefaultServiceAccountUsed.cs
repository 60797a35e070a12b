using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A pod without an account of its own.</summary>
internal sealed class DefaultServiceAccountUsed() : ManifestSetRule("HB4101", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            var field = ServiceAccounts.FieldOf(workload.Pod);
            if (field.IsUnknown || ServiceAccounts.NameOf(workload.Pod) != ServiceAccounts.Default || ServiceAccounts.MountsToken(workload, set) != Answer.Yes)
                continue;
            yield return Report(field.Known?.Location ?? ServiceAccounts.TokenLocation(workload), workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DefaultServiceAccountUsed),
        Title = "Pod runs as the default service account",
        MessageFormat =
            "'{0}' runs as the service account 'default' with its token, like every pod that names none; name an account of its "
            + "own, or set 'automountServiceAccountToken: false'",
        Rationale =
            "A role that anybody gives to 'default' reaches this pod as well, and the audit log cannot tell it from the others.",
        WhenToIgnore = "When the namespace holds nothing else.",
        CatalogueSlugs = ["default-service-account-used"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1188), RuleReference.CisKubernetes("5.1.5"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kube-linter:default-service-account", "kubeaudit:AutomountServiceAccountTokenTrueAndDefaultSA", "kics:Service Account Name Undefined Or Empty"],
        Related = ["kubesec:ServiceAccountName"],
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
                      serviceAccountName: [|default|]
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

                """),
        ],
    };
}
