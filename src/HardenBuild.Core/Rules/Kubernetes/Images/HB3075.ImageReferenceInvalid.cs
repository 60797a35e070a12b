using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image reference that no runtime accepts.</summary>
internal sealed class ImageReferenceInvalid() : WorkloadRule("HB3075", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (FloatingImages.IsFilledByTrigger(workload.Object, container))
                continue;
            if (container.Image.Known is { } image)
            {
                if (ImageGrammar.FindError(image.Value) is { } error)
                    yield return ReportContainer(workload, container, image.Value.Text.Location, container.DisplayName, $"its image '{image.Value.Text.Value}' {error}");
            }
            else if (container.Root["image"] is YamlScalar { IsNull: false } text && text.Value.Trim().Length == 0)
            {
                yield return ReportContainer(workload, container, text.Location, container.DisplayName, "its image is empty");
            }
            else if (container.Image.IsAbsent && IsComplete(workload))
            {
                yield return ReportContainer(workload, container, container.NameLocation, container.DisplayName, "it has no image");
            }
        }
    }

    /// <summary>A patch leaves the image to the manifest that it patches; it has no selector and no labels, and no other container has an image.</summary>
    private static bool IsComplete(Workload workload) =>
        (workload.Object.Root.At("spec", "selector") is not null && !workload.Pod.Labels.IsAbsent) || workload.Containers.Any(static container => !container.Image.IsAbsent);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageReferenceInvalid),
        Title = "Image reference is not valid",
        MessageFormat = "Container '{0}' never starts, because {1}; write 'registry/repository:tag' in small letters",
        Rationale =
            "The API accepts any text as an image. The node finds out when it parses the reference, and the pod waits with the status "
            + "InvalidImageName.",
        WhenToIgnore = "When another tool completes the reference before it is applied, in a form that is not recognised as a placeholder.",
        CatalogueSlugs = ["image-reference-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["kubescape:C-0306", "kubescape:image-not-pinned-to-digest"],
        ComparedWith = "polaris and checkov report such images as images without a tag, kubescape as images without a digest.",
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
                          image: [|registry.example.com/Shop/Api:1.4.2|]

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
                          image: "[|registry.example.com/api: 1.4.2|]"

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
                          image: registry.example.com/shop/api:1.4.2

                """),
        ],
    };
}
