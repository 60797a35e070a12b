using HardenBuild.Model.Docker;
using HardenBuild.Model.Lifecycle;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>An image holds a .NET version that gets no security fixes any more.</summary>
internal sealed class DotnetImageEol() : DockerfileRule("HB7001", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var ends = EndOfSupportOption.Read(model.Options, this);
        var ended = ImageUse.Of(model).Select(use => (Use: use, End: FindEnd(use.Image, ends))).Where(use => use.End is not null);
        // One decision moves all images of a version: the SDK's and the runtime's tag are one finding.
        foreach (var sameVersion in ended.GroupBy(use => (use.End!.Product, use.End.Version)))
        {
            var (use, end) = sameVersion.First();
            yield return ReportIn(use.Stage, use.Image.Tag!.Value.Location, use.Image.Text.Value, end!.Date) with
            {
                Related = RepeatedPlaces.AfterFirst(sameVersion.Select(other => other.Use.Image.Tag!.Value.Location), "The same version is used here"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageEol),
        Title = "Image holds a .NET version without support",
        MessageFormat = $"'{{0}}' has had no security fixes since {{1}}, when support of its .NET version ended; move project and image to {LifecycleData.RecommendedDotNet}",
        Rationale = "After the end of support neither .NET nor the system below it in the image is patched: known holes stay open, and the image is no longer rebuilt. "
            + $"The data of this version is of {LifecycleData.Date}; it never asks the clock, so that a commit keeps its verdict.",
        WhenToIgnore = "When the image is about to be retired and not reachable from outside. If you pay for extended support, set the option to its last day.",
        CatalogueSlugs = ["dotnet-image-eol"],
        Options = [EndOfSupportOption.Describe()],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.4"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|6.0|]\nUSER 1000\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static SupportEnd? FindEnd(ImageReference image, SupportEnds ends) =>
        ImageRelease.OfDotNet(image) is { } release ? ends.FindPast(release.Product, release.Version) : null;
}
