using HardenBuild.Model.Docker;
using HardenBuild.Model.DotNet;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>The base image of an SDK-built image floats, or is of another .NET version than the project.</summary>
internal sealed class DotnetSdkContainerBaseImageUnpinned() : ProjectRule("HB7051", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        if (project.File.Find("ContainerBaseImage") is not { IsComputed: false, Value: { Value.Length: > 0 } value })
            yield break;
        var image = ImageReference.Parse(project.File.Source, LogicalText.Of(project.File.Source.Content, value.Location.Span));
        if (image.Digest is null && image.Tag is null)
            yield return Report(image.Repository.Location, image.Text.Value, "has no tag, so every build may take another image; name a version");
        else if (image.Digest is null && image.Tag is { Value: "latest" } latest)
            yield return Report(latest.Location, image.Text.Value, "moves to the next major version one day; name a version");
        else if (DotNetImages.Find(image)?.DotNet is { IsRuntime: true, Major: { } major } && project is { IsSelfContained: false, TargetFrameworks: [var framework] }
            && major != framework.Major && project.Find("RollForward") is null && image.Tag is { } tag)
            yield return Report(tag.Location, image.Text.Value, $"does not hold the runtime of '{framework.Moniker}', so the container stops at its start; use the tag of that version");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerBaseImageUnpinned),
        Title = "Base image of the SDK's container image is not fixed",
        MessageFormat = "The base image '{0}' {1}",
        Rationale = "Without 'ContainerBaseImage' the SDK takes the image that fits the project. A name written by hand stays behind when the project moves on, and without a version nobody knows what was shipped.",
        WhenToIgnore = "When the registry is yours and its tags never move.",
        CatalogueSlugs = ["dotnet-sdk-container-base-image-unpinned"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.2"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            SdkContainerExample.Of("<ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:[|latest|]</ContainerBaseImage>"),
            SdkContainerExample.Of("<ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:[|8.0|]</ContainerBaseImage>"),
        ],
        Fixed = [SdkContainerExample.Of("<ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled</ContainerBaseImage>"), SdkContainerExample.Of("<ContainerFamily>noble-chiseled</ContainerFamily>")],
    };
}
