using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>The Kubernetes Dashboard.</summary>
internal sealed class KubernetesDashboardDeployed() : WorkloadRule("HB3079", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (FindPlace(workload) is { } place)
            yield return ReportPod(workload, place, workload.LogicalPath);
    }

    private static SourceLocation? FindPlace(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Image.Known is { Value: var image } && ClusterComponents.IsDashboard(image))
                return image.Repository.Location;
        }

        foreach (var labels in (ManifestFields[])[workload.Pod.Labels, workload.Object.Labels])
        {
            foreach (var key in (string[])["k8s-app", "app"])
            {
                if (labels.Text(key).Known is { Value: "kubernetes-dashboard" } label)
                    return label.Location;
            }
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubernetesDashboardDeployed),
        Title = "Kubernetes Dashboard is deployed",
        MessageFormat =
            "'{0}' is the Kubernetes Dashboard, whose project was archived, so that nobody repairs a page that can change the cluster; "
            + "remove it and use Headlamp or kubectl",
        Rationale =
            "Dashboards that were reachable with too many rights have given away whole clusters. The project is archived and gets no "
            + "patches any more.",
        WhenToIgnore = "When a vendor maintains the build that you run and it is reachable only through a proxy that asks who you are.",
        CatalogueSlugs = ["kubernetes-dashboard-deployed"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["checkov:CKV_K8S_33", "kics:Dashboard Is Enabled"],
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
                          image: [|kubernetesui/dashboard|]:v2.7.0

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
                          image: ghcr.io/headlamp-k8s/headlamp:v0.30.0

                """),
        ],
    };
}
