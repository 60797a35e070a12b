using HardenBuild.Model.Docker;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet;

/// <summary>An image holds a .NET version that gets no security fixes any more.</summary>
internal sealed class DotnetImageEol() : DockerfileRule("HB7001", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameImage in ImageUse.ByReference(model))
        {
            var use = sameImage.First();
            if (use.Image is not { Tag: { } tag, IsTagKnown: true } || DotNetImages.Find(use.Image)?.DotNet is not { } dotnet)
                continue;
            var version = VersionOf(tag.Value);
            if (EndOfSupport(dotnet, version) is { } end && DotNetLifecycle.IsPast(end))
            {
                yield return ReportIn(use.Stage, tag.Location, use.Image.Text.Value, end) with
                {
                    Related = RepeatedPlaces.AfterFirst(sameImage.Select(other => other.Image.Tag!.Value.Location), "Used here too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageEol),
        Title = "Image holds a .NET version without support",
        MessageFormat = $"'{{0}}' has had no security fixes since {{1}}, when support of its .NET version ended; move project and image to {DotNetLifecycle.Recommended}",
        Rationale = "After the end of support neither .NET nor the system below it in the image is patched: known holes stay open, and the image is no longer rebuilt. "
            + $"The data of this version is of {DotNetLifecycle.DataDate}; it never asks the clock, so that a commit keeps its verdict.",
        WhenToIgnore = "When you pay for extended support, or the image is about to be retired and not reachable from outside.",
        CatalogueSlugs = ["dotnet-image-eol"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.4"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|6.0|]\nUSER 1000\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static string? EndOfSupport(DotNetImage image, string version)
    {
        if (image.Family == "dotnet/framework")
            return DotNetLifecycle.EndOfFrameworkSupport(version);
        var isVersioned = image.Repository is "sdk" or "aspnet" or "runtime" or "runtime-deps" or "monitor" or "samples";
        return isVersioned && image.Major is { } major ? DotNetLifecycle.EndOfSupport(major, image.Minor) : null;
    }

    /// <summary>Digits and dots at the start of a tag.</summary>
    private static string VersionOf(string tag)
    {
        var end = 0;
        while (end < tag.Length && tag[end] is (>= '0' and <= '9') or '.')
            end++;
        return tag.Substring(0, end);
    }
}
