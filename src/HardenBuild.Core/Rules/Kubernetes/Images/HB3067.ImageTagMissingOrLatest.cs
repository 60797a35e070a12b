using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image without a version.</summary>
internal sealed class ImageTagMissingOrLatest() : ImageRule("HB3067", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var images = new List<ImagePlace>();
        var policies = new List<RelatedLocation>();
        foreach (var container in workload.Containers)
        {
            if (container.Image.Known is not { } image || !FloatingImages.IsFloating(image.Value, workload.Object.Options, this) || FloatingImages.IsFilledByTrigger(workload.Object, container))
                continue;
            images.Add(new ImagePlace(container, image.Value.Tag?.Location ?? image.Value.Text.Location, image.Value.Text.Value));
            if (container.ImagePullPolicy.Known is { Value: "IfNotPresent" or "Never" } policy)
                policies.Add(new RelatedLocation(policy.Location, $"With '{policy.Value}' each node keeps the image that it pulled first"));
        }

        foreach (var finding in ReportTogether(workload, images))
            yield return finding with { Related = [.. finding.Related, .. policies] };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageTagMissingOrLatest),
        Title = "Image has no version",
        MessageFormat =
            "'{0}' is whatever was pushed last when a node pulls it, so that pods of one workload may differ and a roll-back brings the "
            + "same image again; name the version that you tested",
        Rationale =
            "Without a tag Kubernetes takes 'latest', which moves with every release. Nodes pull it at different times, an update starts "
            + "whenever a pod is moved, and nobody can tell afterwards what ran.",
        WhenToIgnore =
            "When a tool fills in the tag before the manifest is applied, such as kustomize with its 'images' field: then name the tool's "
            + "placeholder, or silence the rule for the folder.",
        CatalogueSlugs = ["image-tag-missing-or-latest"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases =
        [
            "trivy:KSV-0013",
            "checkov:CKV_K8S_14",
            "checkov:CKV_K8S_43",
            "kube-linter:latest-tag",
            "kube-score:container-image-tag",
            "polaris:tagNotSpecified",
            "kubeaudit:ImageTagMissing",
            "kubescape:C-0306",
            "kubescape:image-not-pinned-to-digest",
            "kubescape:agent-sandbox-image-tag-provenance",
            "kics:Invalid Image",
        ],
        Options =
        [
            new("floating_tags", "latest", "Tags that move to every new version, separated by commas."),
        ],
        RollsUp = ["HB3070"],
        ComparedWith =
            "An image with a digest is pinned, whatever its tag. kube-score and kubeaudit split at every colon, so that a registry's port "
            + "is a tag to them. kubeaudit accepts 'latest'. One finding stands for all containers of a workload. For the digest of an image "
            + "without version, which checkov and kubescape miss too, this finding stands alone.",
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
                          image: nginx:[|latest|]

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
                          image: [|registry.example.com:5000/api|]

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
