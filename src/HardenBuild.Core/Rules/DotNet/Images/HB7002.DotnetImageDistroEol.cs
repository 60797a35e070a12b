using HardenBuild.Model.Docker;
using HardenBuild.Model.Lifecycle;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A .NET image is built upon a system that gets no security fixes any more.</summary>
/// <remarks>Silent where HB7001 reports the version of .NET itself: moving on replaces the system too.</remarks>
internal sealed class DotnetImageDistroEol() : DockerfileRule("HB7002", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var ends = EndOfSupportOption.Read(model.Options, this);
        var ended = ImageUse.Of(model).Select(use => (Use: use, End: FindEnd(use.Image, ends))).Where(use => use.End is not null);
        foreach (var sameSystem in ended.GroupBy(use => (use.End!.Product, use.End.Version)))
        {
            var (use, end) = sameSystem.First();
            yield return ReportIn(use.Stage, use.Image.Tag!.Value.Location, use.Image.Text.Value, $"{end!.Product} {end.Version}", end.Date) with
            {
                Related = RepeatedPlaces.AfterFirst(sameSystem.Select(other => other.Use.Image.Tag!.Value.Location), "The same system is used here"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetImageDistroEol),
        Title = ".NET image is built upon a system without support",
        MessageFormat = "'{0}' is built upon {1}, which has had no security fixes since {2}; take a tag with a newer system, or one without a system such as '10.0' or '10.0-alpine'",
        Rationale = "Microsoft stops to rebuild a tag when the system in it reaches its end: .NET may still be supported, but the tag gets neither its patches nor those of the system. "
            + "Images with a version of Alpine ('dotnet-alpine') end three months after those with the next one came. "
            + $"The data of this version is of {LifecycleData.Date}.",
        WhenToIgnore = "When the vendor of the system supports it for you; set the option to the last day of that support instead.",
        CatalogueSlugs = ["dotnet-image-distro-eol"],
        Options = [EndOfSupportOption.Describe()],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.4"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:[|10.0-alpine3.21|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nUSER $APP_UID\n")],
    };

    private static SupportEnd? FindEnd(ImageReference image, SupportEnds ends)
    {
        if (!image.IsTagKnown || image.Tag is not { } tag || DotNetImages.Find(image) is null)
            return null;
        if (ImageRelease.OfDotNet(image) is { } dotnet && ends.FindPast(dotnet.Product, dotnet.Version) is not null)
            return null;
        if (ImageRelease.SystemOf(tag.Value) is not { } system)
            return null;
        return (system.Product == "alpine" ? ends.FindPast("dotnet-alpine", system.Version) : null) ?? ends.FindPast(system.Product, system.Version);
    }
}
