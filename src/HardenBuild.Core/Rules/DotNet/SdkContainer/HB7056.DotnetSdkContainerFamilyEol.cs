using System.Globalization;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>An SDK-built image is to use a system that Microsoft does not publish for the project's .NET version.</summary>
internal sealed class DotnetSdkContainerFamilyEol() : ProjectRule("HB7056", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        if (project.File.Find("ContainerFamily") is not { IsComputed: false, Value: { Value.Length: > 0 } family } || project.TargetFrameworks is not [var framework] || LastVersionOf(family.Value) is not { } last || framework.Major <= last)
            yield break;
        yield return Report(family.Location, family.Value, framework.Moniker, last.ToString(CultureInfo.InvariantCulture));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerFamilyEol),
        Title = "Container family is not published for the target framework",
        MessageFormat = "There is no '{0}' image for '{1}': it was last published for .NET {2}, so the publish fails or the image is never patched; delete the property or choose 'noble', 'alpine' or 'azurelinux3.0'",
        Rationale = "Each .NET version comes on the systems that were current when it appeared. A family that stayed in the project after an upgrade names an image that does not exist.",
        WhenToIgnore = "When 'ContainerBaseImage' or a registry of yours provides the image.",
        CatalogueSlugs = ["dotnet-sdk-container-family-eol"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations = [SdkContainerExample.Of("<ContainerFamily>[|bookworm-slim|]</ContainerFamily>")],
        Fixed = [SdkContainerExample.Of("<ContainerFamily>noble-chiseled</ContainerFamily>")],
    };

    /// <summary>The last major version of .NET that comes on a system; null for systems that are current or not known.</summary>
    /// <remarks>Source: https://github.com/dotnet/dotnet-docker/blob/main/documentation/supported-platforms.md and the release notes of each version.</remarks>
    private static int? LastVersionOf(string family) => family.Split('-')[0].ToLowerInvariant() switch
    {
        "stretch" => 3,
        "buster" or "bionic" => 5,
        "bullseye" or "focal" => 7,
        "jammy" or "cbl" => 8,
        "bookworm" => 9,
        _ => null,
    };
}
