using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>Helm 2's server.</summary>
internal sealed class TillerDeployed() : WorkloadRule("HB3078", RuleSeverity.Error, RuleSeverity.Error)
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
            if (container.Kind != ContainerKind.EphemeralContainer && container.Image.Known is { Value: var image } && ClusterComponents.IsTiller(image))
                return image.Repository.Location;
        }

        var labels = workload.Pod.Labels;
        if (labels.Text("name").Is("tiller") && labels.Text("app").Is("helm"))
            return labels.Text("name").Known!.Value.Location;
        return workload.Object.Name.Known is { } name && ClusterComponents.HasWord(name.Value, "tiller") ? name.Location : null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TillerDeployed),
        Title = "Tiller is deployed",
        MessageFormat =
            "'{0}' is the server of Helm 2, which does what anyone in the cluster tells it, mostly as administrator; remove it and use "
            + "Helm 3 or later, which needs no server",
        Rationale =
            "Tiller takes orders without a password and has usually the role cluster-admin. Helm 2 has got no security patches since "
            + "November 2020.",
        WhenToIgnore = "While the releases of Helm 2 are being moved to Helm 3, in a cluster that nobody else uses.",
        CatalogueSlugs = ["tiller-deployed"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["trivy:KSV-0102", "checkov:CKV_K8S_34", "kics:Tiller (Helm v2) Is Deployed"],
        ComparedWith = "trivy and checkov also report the label 'app: helm' alone, which charts of all kinds carry.",
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
                          image: ghcr.io/[|helm/tiller|]:v2.17.0

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

                """),
        ],
    };
}
