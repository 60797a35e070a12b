using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A token that nobody asked for.</summary>
internal sealed class ServiceAccountTokenAutomount() : ManifestSetRule("HB4099", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (ServiceAccounts.MountsToken(workload, set) == Answer.Yes)
                yield return Report(ServiceAccounts.TokenLocation(workload), workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceAccountTokenAutomount),
        Title = "Token for the Kubernetes API lies in the pod",
        MessageFormat =
            "'{0}' gets a token for the Kubernetes API in every container; set 'automountServiceAccountToken: false' unless the "
            + "application calls that API",
        Rationale =
            "Kubernetes mounts the token of the service account by default. An application that serves users has no use for it; "
            + "an intruder does, as the start of every further step in the cluster.",
        WhenToIgnore = "When the application calls the Kubernetes API.",
        CatalogueSlugs = ["service-account-token-automount"],
        RollsUpCharts = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.CisKubernetes("5.1.6"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0036", "checkov:CKV_K8S_38", "polaris:automountServiceAccountToken", "kubesec:AutomountServiceAccountToken", "kubescape:C-0034", "kubescape:C-0190", "kics:Service Account Token Automount Not Disabled"],
        RollsUp = ["HB4101"],
        ComparedWith = "A service account of the repository that forbids the token counts; checkov and trivy look at the pod only.",
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
                      automountServiceAccountToken: [|true|]
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
                      automountServiceAccountToken: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
