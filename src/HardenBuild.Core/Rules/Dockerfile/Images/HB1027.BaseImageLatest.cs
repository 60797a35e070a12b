using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>An image is taken by the tag <c>latest</c>.</summary>
internal sealed class BaseImageLatest() : DockerfileRule("HB1027", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string FloatingTags = "floating_tags";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var configured = model.Options.List(this, FloatingTags);
        IReadOnlyList<string> floating = configured.Count == 0 ? ["latest"] : configured;
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (use.Image is { Tag: { } tag, Digest: null } && floating.Contains(tag.Value, StringComparer.Ordinal))
            {
                yield return ReportIn(use.Stage, tag.Location, use.Image.Text.Value) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Image.Tag!.Value.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageLatest),
        Title = "Image is taken by the tag 'latest'",
        MessageFormat = "'{0}' is whatever was pushed last, so the same commit builds different images; name the version that you tested",
        Rationale = "'latest' is moved to every new version, major ones too. Builds cannot be repeated, a roll-back brings the same image again, and scanners cannot tell what is deployed.",
        WhenToIgnore = "When the image publishes no other tag, or its publisher promises compatibility under 'latest' and you rebuild daily on purpose.",
        CatalogueSlugs = ["base-image-latest"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.28"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3007", "trivy:DS-0001", "checkov:CKV_DOCKER_7", "kics:image_version_using_latest", "dockle:DKL-DI-0006"],
        Related = ["sonar:S6596"],
        Options =
        [
            new(
                FloatingTags,
                "latest",
                "Tags that move to every new version, separated by commas; add those of your registry: stable, edge, nightly, dev, lts, canary, rolling, main, master."),
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|latest|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        ComparedWith = "An image with tag and digest is pinned by the digest and accepted, whatever its tag. "
            + "Sonar also asks for a version where the tag is a word such as 'alpine'.",
    };
}
