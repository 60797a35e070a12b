using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.SdkContainer;

/// <summary>An SDK-built image is pushed as <c>latest</c> and nothing else.</summary>
internal sealed class DotnetSdkContainerMutableTag() : ProjectRule("HB7054", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DotNetProject project)
    {
        if (project.Find("ContainerRegistry") is null || (project.File.Find("ContainerImageTags") ?? project.File.Find("ContainerImageTag")) is not { IsComputed: false, Value: var tags })
            yield break;
        if (tags.Value.Trim(';', ' ') == "latest")
            yield return Report(tags.Location, tags.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkContainerMutableTag),
        Title = "Container image of the SDK is pushed without a version",
        MessageFormat = "'{0}' is the only tag that is pushed, so every push replaces the image that runs somewhere and there is no way back; add a tag with the version",
        Rationale = "A tag that moves tells neither what runs nor what ran before. A second tag with the version or commit costs nothing in the registry.",
        WhenToIgnore = "When the pipeline pushes further tags by itself.",
        CatalogueSlugs = ["dotnet-sdk-container-mutable-tag"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations = [SdkContainerExample.Of("<ContainerRegistry>registry.example.com</ContainerRegistry>", "<ContainerImageTag>[|latest|]</ContainerImageTag>")],
        Fixed = [SdkContainerExample.Of("<ContainerRegistry>registry.example.com</ContainerRegistry>", "<ContainerImageTags>$(Version);latest</ContainerImageTags>")],
    };
}
