using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image from a registry that the project blocks.</summary>
internal sealed class ImageFromBlockedRegistry() : WorkloadRule("HB3072", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string BlockedRegistries = "blocked_registries";

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var blocked = workload.Object.Options.List(this, BlockedRegistries);
        foreach (var container in blocked.Count == 0 ? [] : workload.Containers)
        {
            if (container.Image.Known is { } image && blocked.Any(pattern => RegistryPattern.IsMatch(pattern, image.Value)))
                yield return ReportContainer(workload, container, image.Value.Registry?.Location ?? image.Value.Text.Location, image.Value.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageFromBlockedRegistry),
        Title = "Image comes from a registry that the project blocks",
        MessageFormat = "'{0}' comes from a registry that the project blocks; take the image from an allowed one or from its mirror",
        Rationale =
            "Registries where anyone may publish hold copies of known names with something added, and their limits stop nodes from pulling "
            + "when it matters.",
        WhenToIgnore = "When the image was reviewed and is named by its digest.",
        CatalogueSlugs = ["image-from-blocked-registry"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(829), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["kubescape:C-0001", "kubescape:rule-identify-blocklisted-image-registries"],
        Options =
        [
            new("blocked_registries", "", "Registries, or registries with a name space, separated by commas; '*' stands for anything within a part: 'docker.io, quay.io/someone'. An image without a registry is from docker.io. Empty blocks none."),
        ],
        ComparedWith = "trivy blocks a list of its own, which is HB3180; here nothing is blocked until the project says so.",
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
                          image: [|nginx:1.29|]

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3072.blocked_registries = docker.io\n")],
            },
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
                          image: registry.example.com/mirror/nginx:1.29

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3072.blocked_registries = docker.io\n")],
            },
        ],
    };
}
