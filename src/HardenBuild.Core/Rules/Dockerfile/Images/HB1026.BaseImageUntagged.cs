using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>An image is named without tag and digest.</summary>
internal sealed class BaseImageUntagged() : DockerfileRule("HB1026", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (use.Image is { Tag: null, Digest: null, IsTagKnown: true })
            {
                yield return ReportIn(use.Stage, use.Location, model.Source.Substring(use.Location.Span)) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageUntagged),
        Title = "Image is named without a version",
        MessageFormat = "'{0}' has no tag, so every build takes whatever 'latest' is that day; name the version that you tested",
        Rationale = "Without a tag the registry serves 'latest'. The same commit then builds different images, a new major version breaks the build on a day of its own choosing, "
            + "and nobody can tell which version runs.",
        WhenToIgnore = "When the image has no other tag, or the name is replaced by the pipeline before the build.",
        CatalogueSlugs = ["base-image-untagged"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.2"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3006", "trivy:DS-0001", "checkov:CKV_DOCKER_7", "kics:image_version_not_explicit", "semgrep:missing-image-version"],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/aspnet|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        ComparedWith = "hadolint and checkov look at FROM only; an image in 'COPY --from' or 'RUN --mount' floats just as well and is reported too.",
    };
}
