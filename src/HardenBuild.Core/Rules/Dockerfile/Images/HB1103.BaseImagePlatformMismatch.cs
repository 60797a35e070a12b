using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>The platform asked for is not the one that the image is named after.</summary>
internal sealed class BaseImagePlatformMismatch() : DockerfileRule("HB1103", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage is { From.Platform: { } word, Platform: { } platform, Base.Image: { } image } && IsDecidedHere(model, word) && Contradicts(platform, image))
                yield return ReportIn(stage, image.Text.Location, image.Text.Value, platform);
            foreach (var instruction in stage.Instructions)
            {
                if (instruction is { IsTrigger: false, Syntax: UserInstruction user }
                    && user.User.Value is "ContainerUser" or "ContainerAdministrator"
                    && DockerfileModel.RootBase(stage).Image is { } root
                    && ImagePlatform.OperatingSystemOf(root) == "linux")
                {
                    yield return ReportIn(stage, model.Source.At(user.User.Span), user.User.Value, root.Text.Value);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImagePlatformMismatch),
        Title = "Image is for another platform",
        MessageFormat = "'{0}' is for another platform than '{1}', so the build fails or its programs do not start; make the two agree",
        Rationale = "The builder takes the platform that FROM asks for only if the image has it. With an image for one platform it warns or fails, and what was built does not start on the platform that it says it is for.",
        WhenToIgnore = "When the publisher kept a misleading name for an image that has several platforms.",
        CatalogueSlugs = ["base-image-platform-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["buildkit:InvalidBaseImagePlatform"],
        Violations = [new("Dockerfile", "FROM --platform=linux/amd64 [|mcr.microsoft.com/dotnet/sdk:10.0-noble-arm64v8|]\n")],
        Fixed = [new("Dockerfile", "FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/sdk:10.0-noble-amd64\n")],
        ComparedWith = "BuildKit asks the registry which platform an image has. Here the names decide, so an image that does not name its platform is not reported.",
    };

    /// <summary>A platform from the builder's own arguments is whatever the build is asked for, also where the file gives them defaults.</summary>
    private static bool IsDecidedHere(DockerfileModel model, DockerfileWord platform) =>
        model.ExpandGlobal(platform).References.All(static reference => !PredefinedArguments.IsPlatform(reference.Name));

    private static bool Contradicts(string platform, ImageReference image) =>
        Differ(ImagePlatform.ArchitectureOf(platform), ImagePlatform.ArchitectureOf(image))
        || Differ(ImagePlatform.OperatingSystemOf(platform), ImagePlatform.OperatingSystemOf(image));

    private static bool Differ(string? wanted, string? offered) => wanted is not null && offered is not null && wanted != offered;
}
