using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A tag of a .NET image was never published.</summary>
/// <remarks>A list of what was never there: a tag that this version has not heard of is accepted.</remarks>
internal sealed class DotnetImageTagNonexistent() : DockerfileRule("HB7003", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (use.Image is { Tag: { } tag, IsTagKnown: true } && DotNetImages.Find(use.Image)?.DotNet is { } dotnet && WhyMissing(use.Image, dotnet, tag.Value.ToLowerInvariant()) is { } reason)
            {
                yield return ReportIn(use.Stage, tag.Location, use.Image.Text.Value, reason) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Image.Tag!.Value.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageTagNonexistent),
        Title = "Tag of a .NET image does not exist",
        MessageFormat = "'{0}' was never published, so the build fails when it pulls the image: {1}",
        Rationale = "Each version of .NET comes with images for a few systems only, and not every variant exists for every repository. From .NET 10 on there are no Debian images; Ubuntu took their place.",
        WhenToIgnore = "When your registry answers for 'mcr.microsoft.com' and has images of its own under these tags.",
        CatalogueSlugs = ["dotnet-image-tag-nonexistent"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104)],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|10.0-bookworm-slim|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble\nUSER $APP_UID\n")],
    };

    /// <summary>Previews and the nightly repositories had tags that the released versions do not have.</summary>
    private static string? WhyMissing(ImageReference image, DotNetImage dotnet, string tag)
    {
        if (dotnet.Family != "dotnet" || !(dotnet.IsSdk || dotnet.IsRuntime) || image.CanonicalRepository.Contains("/nightly/", StringComparison.Ordinal))
            return null;
        var parts = tag.Split('-');
        if (parts[0] == "latest")
            return parts.Length > 1 ? "'latest' has no variants; name the version, as in '10.0-alpine'" : null;
        if (dotnet.Major is not { } major || Array.Exists(parts, part => part is "preview" or "rc" or "alpha"))
            return null;
        if (dotnet.IsSdk && Array.Exists(parts, part => part is "chiseled" or "distroless"))
            return "the SDK needs a shell and a package manager and has no chiseled or distroless image; use one for the final stage only";
        if (dotnet.Repository is not "aspnet" && Array.Exists(parts, part => part == "composite"))
            return "only 'aspnet' has composite images";
        if (dotnet.Repository is "aspnet" or "runtime" && Array.Exists(parts, part => part == "aot"))
            return "programs compiled ahead of time bring the runtime along; use 'runtime-deps'";
        foreach (var part in parts)
        {
            if (IsMissing(major, part))
                return $"version {major} has no images for '{part}'";
        }

        return null;
    }

    private static bool IsMissing(int major, string system) => system switch
    {
        "stretch" or "jessie" or "bionic" => major >= 6,
        "buster" or "focal" or "bullseye" => major >= 8,
        "jammy" => major >= 9,
        "bookworm" => major >= 10,
        _ => false,
    };
}
