using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image from a registry where anyone may publish.</summary>
internal sealed class ImageFromPublicRegistry() : ImageRule("HB3180", RuleSeverity.None, RuleSeverity.None)
{
    private const string PublicRegistries = "public_registries";

    private static readonly string[] s_default = ["docker.io", "ghcr.io"];

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var configured = workload.Object.Options.List(this, PublicRegistries);
        var registries = configured.Count == 0 ? s_default : configured;
        var images = new List<ImagePlace>();
        foreach (var container in workload.Containers)
        {
            if (container.Image.Known is { } image && registries.Any(pattern => RegistryPattern.IsMatch(pattern, image.Value)))
                images.Add(new ImagePlace(container, image.Value.Registry?.Location ?? image.Value.Text.Location, image.Value.Text.Value));
        }

        return ReportTogether(workload, images);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageFromPublicRegistry),
        Title = "Image comes from a public registry",
        MessageFormat = "'{0}' comes from a registry where anyone may publish; take it from a registry of yours that mirrors it",
        Rationale =
            "Public registries limit how often nodes may pull, remove images without asking, and hold look-alikes of known names. "
            + "A mirror keeps what was tested and scanned.",
        WhenToIgnore = "When images are pulled from their publishers on purpose; the rule is off by default.",
        CatalogueSlugs = ["image-from-public-registry"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(829), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["trivy:KSV-0034"],
        Options =
        [
            new(PublicRegistries, "docker.io, ghcr.io", "Registries, or registries with a name space, separated by commas; '*' stands for anything within a part. An image without a registry is from docker.io."),
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
                      containers:
                        - name: api
                          image: [|docker.io|]/library/nginx:1.29

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
                          image: registry.example.com/nginx:1.29

                """),
        ],
    };
}
