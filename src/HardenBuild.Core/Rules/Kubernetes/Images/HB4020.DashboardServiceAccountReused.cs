using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>The dashboard's rights are given to something else.</summary>
internal sealed class DashboardServiceAccountReused() : ManifestSetRule("HB4020", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string Dashboard = "kubernetes-dashboard";

    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            var spec = new ManifestFields(workload.Pod.Spec);
            var account = spec.Text("serviceAccountName").Or(spec.Text("serviceAccount"));
            if (account.Known is { Value: Dashboard } known && workload.Object.Name.Known is { } name && !name.Value.StartsWith(Dashboard, StringComparison.Ordinal))
                yield return Report(known.Location, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }

        foreach (var kind in (string[])["RoleBinding", "ClusterRoleBinding"])
        {
            foreach (var binding in set.OfKind("rbac.authorization.k8s.io", kind))
            {
                var fields = new ManifestFields(binding.Root);
                if (!fields.Object("roleRef").Text("name").Is(Dashboard))
                    continue;
                foreach (var subject in fields.Objects("subjects"))
                {
                    if (new ManifestFields(subject).Text("name").Known is { Value: not Dashboard } other)
                        yield return Report(other.Location, $"{new ManifestFields(subject).Text("kind").Known?.Value ?? "subject"}/{other.Value}") with { LogicalPath = binding.LogicalPath };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DashboardServiceAccountReused),
        Title = "Rights of the Kubernetes Dashboard are given to something else",
        MessageFormat =
            "'{0}' acts with the rights of the Kubernetes Dashboard, which sees the whole cluster; give it an account and a role of its "
            + "own",
        Rationale =
            "The dashboard's account and role hold what a person needs to see everything. A pod or user that borrows them has those rights "
            + "by accident, and taking them away breaks both.",
        WhenToIgnore = "When the subject is the dashboard under another name.",
        CatalogueSlugs = ["dashboard-service-account-reused"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0014", "kubescape:rule-access-dashboard-subject-v1", "kubescape:rule-access-dashboard-wl-v1"],
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
                      serviceAccountName: [|kubernetes-dashboard|]

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
                      serviceAccountName: api

                """),
        ],
    };
}
