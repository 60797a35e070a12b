using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>An image is named without its digest.</summary>
internal sealed class BaseImageDigestNotPinned() : DockerfileRule("HB1028", RuleSeverity.None, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (use.Image is { Digest: null, Tag: not { Value: "latest" } and not null } && !IsVariable(model, use))
            {
                yield return ReportIn(use.Stage, use.Location, use.Image.Text.Value) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageDigestNotPinned),
        Title = "Image is named without a digest",
        MessageFormat = "'{0}' is a tag that the publisher may move at any time; name the image by tag and digest ('tag@sha256:...'), and let a bot update both",
        Rationale = "A tag can be pushed again, by the publisher for a patch and by whoever takes over the account for anything else. A digest names one content for good, so every build takes what was reviewed.",
        WhenToIgnore = "When nothing updates digests automatically: without Dependabot or Renovate a digest freezes the security patches too.",
        CatalogueSlugs = ["base-image-digest-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.12"), RuleReference.Cwe(494), RuleReference.OwaspDocker("D08")],
        Aliases = ["semgrep:dockerfile-source-not-pinned", "sonar:S7023"],
        Related = ["docker-scout:unapproved-or-unpinned-base"],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/aspnet:10.0|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\nUSER $APP_UID\n")],
        ComparedWith = "References with variables are accepted: the pipeline may fill in a digest. An image without tag or with 'latest' is reported by HB1026 and HB1027 alone. Off by default, on in mode 'hardened'.",
    };

    private static bool IsVariable(DockerfileModel model, ImageUse use) => model.Source.Substring(use.Location.Span).Contains('$');
}
