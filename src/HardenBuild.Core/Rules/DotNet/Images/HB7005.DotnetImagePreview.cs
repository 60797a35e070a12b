using HardenBuild.Model.Docker;
using HardenBuild.Model.Lifecycle;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>An image holds a preview or nightly build of .NET.</summary>
internal sealed class DotnetImagePreview() : DockerfileRule("HB7005", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var previews = ImageUse.Of(model).Where(IsPreview);
        foreach (var sameVersion in previews.GroupBy(use => use.Image.Tag?.Value.Split('-')[0] ?? ""))
        {
            var use = sameVersion.First();
            yield return ReportIn(use.Stage, LocationOf(use), use.Image.Text.Value) with
            {
                Related = RepeatedPlaces.AfterFirst(sameVersion.Select(LocationOf), "The same version is used here"),
                // Release candidates may come with a licence for production.
                AtMost = sameVersion.All(other => IsReleaseCandidate(other.Image)) ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImagePreview),
        Title = "Image holds a preview of .NET",
        MessageFormat = "'{0}' is a preview: it is not supported in production and gets no security fixes once the next one is out; use a released version",
        Rationale = "Previews and nightly builds are meant for trying things out. They are replaced every few weeks, nobody patches an older one, and a nightly image may not even have been tested.",
        WhenToIgnore = "On a branch that prepares the move to the next version, or when a release candidate comes with a go-live licence.",
        CatalogueSlugs = ["dotnet-image-preview"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|11.0-preview|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static bool IsPreview(ImageUse use) => DotNetImages.Find(use.Image) is not null && (IsNightly(use.Image) || HasPart(use.Image, "preview", "rc", "alpha"));

    private static bool IsReleaseCandidate(ImageReference image) => !IsNightly(image) && HasPart(image, "rc");

    private static bool IsNightly(ImageReference image) => image.CanonicalRepository.StartsWith("mcr.microsoft.com/dotnet/nightly/", StringComparison.Ordinal);

    private static bool HasPart(ImageReference image, params ReadOnlySpan<string> words)
    {
        foreach (var part in image.Tag?.Value.ToLowerInvariant().Split('-', '.') ?? [])
        {
            if (words.IndexOf(part) >= 0)
                return true;
        }

        return false;
    }

    private static SourceLocation LocationOf(ImageUse use) => IsNightly(use.Image) || use.Image.Tag is null ? use.Image.Repository.Location : use.Image.Tag.Value.Location;
}
