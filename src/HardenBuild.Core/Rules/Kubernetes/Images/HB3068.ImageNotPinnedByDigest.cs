using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image without a digest.</summary>
internal sealed class ImageNotPinnedByDigest() : ImageRule("HB3068", RuleSeverity.None, RuleSeverity.Warning)
{
    private const string ExemptRepositories = "exempt_repositories";

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var exempt = workload.Object.Options.List(this, ExemptRepositories);
        var images = new List<ImagePlace>();
        foreach (var container in workload.Containers)
        {
            // A digest that is none is HB3075's.
            if (container.Image.Known is not { Value.Digest: null } image)
                continue;
            // Without a version the digest is not the first thing to add.
            if (FloatingImages.IsFloating(image.Value, workload.Object.Options, this))
                continue;
            if (!exempt.Any(pattern => RegistryPattern.IsMatch(pattern, image.Value)))
                images.Add(new ImagePlace(container, image.Value.Text.Location, image.Value.Text.Value));
        }

        return ReportTogether(workload, images);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageNotPinnedByDigest),
        Title = "Image is not named by its digest",
        MessageFormat =
            "The publisher of '{0}', or who has taken over the account, can put another image behind the tag at any time; name the image "
            + "by tag and digest ('tag@sha256:...') and let a bot update both",
        Rationale =
            "A tag can be pushed again, and nodes that pull later run something else than what was tested and scanned. A digest names one "
            + "content for good.",
        WhenToIgnore =
            "When nothing updates digests automatically: without a bot a digest freezes the security patches too. Images that this "
            + "repository builds can be named in the option.",
        CatalogueSlugs = ["image-not-pinned-by-digest"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(494), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["checkov:CKV_K8S_43", "kubescape:C-0306", "kubescape:image-not-pinned-to-digest", "kics:Image Without Digest"],
        Options =
        [
            new("exempt_repositories", "", "Repositories that need no digest, separated by commas, such as those that the project builds; '*' stands for anything within a part: 'registry.example.com/shop, *.azurecr.io'."),
            new("floating_tags", "latest", "Tags that move to every new version, separated by commas."),
        ],
        ComparedWith =
            "An image without tag or with 'latest' is reported by HB3067 alone. A digest that is too short, or in "
            + "capital letters, is reported by HB3075 alone.",
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
                          image: [|registry.example.com/api:1.4.2|]

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
                          image: registry.example.com/api:1.4.2@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

                """),
        ],
    };
}
