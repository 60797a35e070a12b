using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>A volume that is an image without a version.</summary>
internal sealed class ImageVolumeNotPinned() : WorkloadRule("HB3165", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var (volume, fields, _) in PodVolumes.OfType(workload.Pod, "image"))
        {
            if (fields.Text("pullPolicy").Is("Never"))
                continue;
            if (ContainerImages.Read(fields.Mapping!["reference"]).Known is { } image && FloatingImages.IsFloating(image.Value, workload.Object.Options, this))
                yield return ReportPod(workload, image.Value.Tag?.Location ?? image.Value.Text.Location, volume.Name.Known?.Value ?? "", image.Value.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageVolumeNotPinned),
        Title = "Image in a volume has no version",
        MessageFormat =
            "Volume '{0}' holds whatever was pushed last to '{1}', so that pods of one workload may see different files; name a version or "
            + "a digest",
        Rationale =
            "What a volume brings in is code or data like the container's image: models, plug-ins, settings. Without a version it changes "
            + "whenever a pod moves to another node.",
        WhenToIgnore = "When the content may change at any time by design.",
        CatalogueSlugs = ["image-volume-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspKubernetes("K02:2022")],
        Options =
        [
            new("floating_tags", "latest", "Tags that move to every new version, separated by commas."),
        ],
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
                      volumes:
                        - name: model
                          image:
                            reference: registry.example.com/model:[|latest|]

                """),
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      volumes:
                        - name: model
                          image:
                            reference: [|registry.example.com/model|]

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
                        - name: model
                          image:
                            reference: registry.example.com/model:2026.1

                """),
        ],
    };
}
