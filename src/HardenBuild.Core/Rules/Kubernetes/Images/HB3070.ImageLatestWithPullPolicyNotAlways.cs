using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image without version is kept by the node.</summary>
internal sealed class ImageLatestWithPullPolicyNotAlways() : WorkloadRule("HB3070", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container is { Image.Known: { } image, ImagePullPolicy.Known: { Value: "IfNotPresent" or "Never" } policy } && FloatingImages.IsFloating(image.Value, workload.Object.Options, this))
                yield return ReportContainer(workload, container, policy.Location, image.Value.Text.Value, policy.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageLatestWithPullPolicyNotAlways),
        Title = "Image without version is kept by each node",
        MessageFormat =
            "With '{1}' each node runs the '{0}' that it pulled first, so that pods of one workload differ for good; name a version, or "
            + "set 'imagePullPolicy: Always'",
        Rationale =
            "A tag that moves and a node that does not look again give as many versions as there are nodes. Security patches arrive only "
            + "on new nodes.",
        WhenToIgnore = "When the image is loaded into a local cluster such as kind or minikube, which has no registry to ask.",
        CatalogueSlugs = ["image-latest-with-pull-policy-not-always"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(494), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["kubescape:C-0075", "kubescape:image-pull-policy-is-not-set-to-always"],
        Options =
        [
            new("floating_tags", "latest", "Tags that move to every new version, separated by commas."),
        ],
        ComparedWith = "Where HB3067 reports the image, this finding is part of that one.",
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
                          image: registry.example.com/api:latest
                          imagePullPolicy: [|IfNotPresent|]

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
                          imagePullPolicy: IfNotPresent

                """),
        ],
    };
}
