using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Images;

/// <summary>An image from a registry that is not on the list.</summary>
internal sealed class ComposeImageRegistryNotAllowed() : ContainerOptionsRule("HB2049", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeImageRegistryNotAllowed),
        Title = "Image comes from a registry that is not allowed",
        MessageFormat = "'{0}' comes from a registry that the project does not allow; take the image from {1}",
        Rationale = """
            Anyone can publish an image under a name that looks right. A list of registries and name spaces whose publishers are known keeps the rest out.
            """,
        WhenToIgnore = "When the image was reviewed and is named by its digest.",
        CatalogueSlugs = ["compose-image-registry-not-allowed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.2"), RuleReference.Cwe(829), RuleReference.OwaspDocker("D08")],
        Options = [new RuleOption("allowed_registries", "", "Registries, or registries with a name space, separated by commas; '*' stands for anything within a part: 'mcr.microsoft.com, docker.io/library, *.azurecr.io'. Empty allows all.")],
        Violations =
        [
            new("compose.yaml", "services:\n  web:\n    image: [|ghcr.io/someone/redis:8|]\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb2049.allowed_registries = mcr.microsoft.com, docker.io/library\n")] },
        ],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: redis:8\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb2049.allowed_registries = mcr.microsoft.com, docker.io/library\n")] },
        ],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        var allowed = container.RuleOptions.List(this, "allowed_registries");
        if (allowed.Count == 0 || container.Build is not null || ContainerImage.Read(container) is not { } image || !RegistryPattern.IsKnown(image))
            yield break;
        if (!allowed.Any(pattern => RegistryPattern.IsMatch(pattern, image)))
            yield return Report(image.Text.Location, image.Text.Value, string.Join(", ", allowed));
    }
}
