using HardenBuild.Model.Docker;
using HardenBuild.Model.Lifecycle;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>An image holds a distribution or runtime that gets no security fixes any more.</summary>
/// <remarks>Microsoft's .NET images are judged by HB7001 and HB7002.</remarks>
internal sealed class BaseImageEolDistro() : DockerfileRule("HB1032", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var ends = EndOfSupportOption.Read(model.Options, this);
        var target = model.TargetStage is { } stage ? new HashSet<DockerfileStage>(DockerfileModel.Chain(stage)) : [];
        var ended = ImageUse.Of(model).Select(use => (Use: use, End: FindEnd(use.Image, ends))).Where(use => use.End is not null);
        foreach (var sameVersion in ended.GroupBy(use => (use.End!.Product, use.End.Version)))
        {
            var (use, end) = sameVersion.First();
            yield return ReportIn(use.Stage, LocationOf(use), use.Image.Text.Value, $"{end!.Product} {end.Version}", end.Date) with
            {
                Related = RepeatedPlaces.AfterFirst(sameVersion.Select(other => LocationOf(other.Use)), "The same version is used here"),
                // What only helps to build stays behind in its stage.
                AtMost = sameVersion.Any(other => other.Use.IsBase && target.Contains(other.Use.Stage)) ? RuleSeverity.Error : RuleSeverity.Suggestion,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageEolDistro),
        Title = "Image holds a version without support",
        MessageFormat = "'{0}' holds {1}, which has had no security fixes since {2}; move to a version that is supported",
        Rationale = "After the end of support known holes stay open: the packages of the distribution or the runtime are no longer patched, and the image is no longer rebuilt. "
            + $"The data of this version is of {LifecycleData.Date}; it never asks the clock, so that a commit keeps its verdict.",
        WhenToIgnore = "When the image is about to be retired and not reachable from outside. If you pay for extended support, set the option to its last day.",
        CatalogueSlugs = ["base-image-eol-distro"],
        Options = [EndOfSupportOption.Describe()],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.4"), RuleReference.DevSec("docker-4.4"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Related = ["docker-scout:no-outdated-base-images", "snyk:base-image-upgrade"],
        Violations = [new("Dockerfile", "FROM debian:[|10-slim|]\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM debian:13-slim\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "Debian counts as supported up to the end of its long-term support, Ubuntu up to the end of the free one. The version of the runtime is looked at first, "
            + "then the distribution that the tag names: 'node:22-buster' is reported for Debian. An image that only a build stage uses is a suggestion.",
    };

    private static SupportEnd? FindEnd(ImageReference image, SupportEnds ends)
    {
        if (DotNetImages.Find(image) is not null)
            return null;
        foreach (var release in ImageRelease.Of(image))
        {
            if (ends.FindPast(release.Product, release.Version) is { } end)
                return end;
        }

        return null;
    }

    private static SourceLocation LocationOf(ImageUse use) => use.Image.Tag?.Location ?? use.Location;
}
