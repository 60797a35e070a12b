using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image from a registry that is not on the list.</summary>
internal sealed class ImageNotFromAllowedRegistry() : WorkloadRule("HB3073", RuleSeverity.None, RuleSeverity.None)
{
    private const string AllowedRegistries = "allowed_registries";

    private const string WellKnown =
        "docker.io, ghcr.io, gcr.io, *.gcr.io, *.pkg.dev, k8s.gcr.io, registry.k8s.io, quay.io, mcr.microsoft.com, *.azurecr.io, *.azurecr.us, *.azurecr.cn, "
        + "public.ecr.aws, *.amazonaws.com, *.amazonaws.com.cn, registry.access.redhat.com, registry.redhat.io, registry.gitlab.com, *.ocir.io, icr.io, *.icr.io, cgr.dev";

    private static readonly string[] WellKnownPatterns = WellKnown.Split([", "], StringSplitOptions.None);

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        // An empty list allows everything; no list means the registries that everyone knows.
        IReadOnlyList<string> allowed = workload.Object.Options.Find(this, AllowedRegistries) is null ? WellKnownPatterns : workload.Object.Options.List(this, AllowedRegistries);
        foreach (var container in allowed.Count == 0 ? [] : workload.Containers)
        {
            if (container.Image.Known is { } image && RegistryPattern.IsKnown(image.Value) && !allowed.Any(pattern => RegistryPattern.IsMatch(pattern, image.Value)))
                yield return ReportContainer(workload, container, image.Value.Registry?.Location ?? image.Value.Text.Location, image.Value.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageNotFromAllowedRegistry),
        Title = "Image comes from a registry that is not allowed",
        MessageFormat = "'{0}' comes from a registry that the project does not allow; take the image from an allowed one",
        Rationale =
            "Anyone can publish an image under a name that looks right. A list of registries and name spaces whose publishers are known "
            + "keeps the rest out of the cluster.",
        WhenToIgnore = "When the image was reviewed and is named by its digest.",
        CatalogueSlugs = ["image-not-from-allowed-registry"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(829), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["trivy:KSV-0125", "kubescape:C-0078", "kubescape:container-image-repository"],
        Related = ["trivy:KSV-0032", "trivy:KSV-0033", "trivy:KSV-0035", "kubescape:agent-sandbox-image-registry-allowlist"],
        Options =
        [
            new("allowed_registries", WellKnown, "Registries, or registries with a name space, separated by commas; '*' stands for anything within a part: 'registry.example.com, *.azurecr.io/shop'. Empty allows all."),
        ],
        ComparedWith =
            "Names are compared part by part, so that 'evilazurecr.io' is not taken for a part of 'azurecr.io'. The checks of trivy for "
            + "the registry of one cloud are the same list with one name in it.",
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
                          image: [|ghcr.io|]/someone/api:1.4.2

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3073.allowed_registries = registry.example.com\n")],
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
                          image: registry.example.com/api:1.4.2

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3073.allowed_registries = registry.example.com\n")],
            },
        ],
    };
}
