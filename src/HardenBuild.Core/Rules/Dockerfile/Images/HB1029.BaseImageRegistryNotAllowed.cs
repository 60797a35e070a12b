using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>An image comes from a registry that is not on the list.</summary>
internal sealed class BaseImageRegistryNotAllowed() : DockerfileRule("HB1029", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var allowed = model.Options.List(this, "allowed_registries");
        if (allowed.Count == 0)
            yield break;
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (RegistryPattern.IsKnown(use.Image) && !allowed.Any(pattern => RegistryPattern.IsMatch(pattern, use.Image)))
            {
                yield return ReportIn(use.Stage, use.Location, use.Image.Text.Value, string.Join(", ", allowed)) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageRegistryNotAllowed),
        Title = "Image comes from a registry that is not allowed",
        MessageFormat = "'{0}' comes from a registry that the project does not allow; take the image from {1}",
        Rationale = "Anyone can publish an image under a name that looks right. A list of registries and name spaces whose publishers are known keeps the rest out, wherever the image is named.",
        WhenToIgnore = "When the image was reviewed and is named by its digest.",
        CatalogueSlugs = ["base-image-registry-not-allowed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.2"), RuleReference.DevSec("docker-4.2"), RuleReference.Cwe(829), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3026"],
        Related = ["docker-scout:unapproved-base-images"],
        Options =
        [
            new RuleOption("allowed_registries", "", "Registries, or registries with a name space, separated by commas; '*' stands for anything within a part: 'mcr.microsoft.com, docker.io/library, *.azurecr.io'. Empty allows all."),
        ],
        Violations =
        [
            new("Dockerfile", "FROM [|ghcr.io/someone/dotnet:10.0|]\nUSER nobody\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb1029.allowed_registries = mcr.microsoft.com, docker.io/library\n")] },
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n") { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb1029.allowed_registries = mcr.microsoft.com, docker.io/library\n")] },
        ],
        ComparedWith = "hadolint compares the registry alone; here a name space can be named as well, and 'COPY --from' and 'RUN --mount' count too.",
    };
}
