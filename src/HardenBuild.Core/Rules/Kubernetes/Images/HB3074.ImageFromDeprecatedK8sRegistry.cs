using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image from a registry that Kubernetes has left.</summary>
internal sealed class ImageFromDeprecatedK8sRegistry() : WorkloadRule("HB3074", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Image.Known is { } image && Advice(image.Value) is { } advice)
                yield return ReportContainer(workload, container, image.Value.Registry?.Location ?? image.Value.Text.Location, image.Value.Text.Value, advice);
        }
    }

    private static string? Advice(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        if (repository.StartsWith("k8s.gcr.io/", StringComparison.Ordinal))
            return "take it from 'registry.k8s.io'";
        if (repository.StartsWith("gcr.io/google_containers/", StringComparison.Ordinal) || repository.StartsWith("gcr.io/google-containers/", StringComparison.Ordinal))
            return "take its successor from 'registry.k8s.io'";
        // The dashboard itself has a rule of its own: it moved nowhere.
        return repository.StartsWith("docker.io/kubernetesui/", StringComparison.Ordinal) && !ClusterComponents.IsDashboard(image) ? "its project was archived: remove it" : null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageFromDeprecatedK8sRegistry),
        Title = "Image comes from a registry that Kubernetes has left",
        MessageFormat = "'{0}' lies in a registry that has got no new versions since 2023 and is to be switched off; {1}",
        Rationale =
            "The images of the Kubernetes project moved to registry.k8s.io. What remains in k8s.gcr.io and gcr.io/google_containers gets "
            + "no security patches, and once the registry is gone no node can pull them.",
        WhenToIgnore = "When the image is kept for an old cluster that has it already.",
        CatalogueSlugs = ["image-from-deprecated-k8s-registry"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["kubescape:C-0253", "kubescape:rule-identify-old-k8s-registry"],
        ComparedWith = "kubescape looks only at pods in the namespace 'kube-system'.",
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
                          image: [|k8s.gcr.io|]/pause:3.9

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
                          image: registry.k8s.io/pause:3.10

                """),
        ],
    };
}
