using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>The SDK runs in emulation when the image is built for another processor.</summary>
internal sealed class DotnetCrossArchSdkEmulation() : DockerfileRule("HB7036", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (!IsForSeveralPlatforms(model))
            yield break;
        var building = new HashSet<DockerfileStage>(DotnetCommand.Of(model).Where(command => command is { IsRun: true, IsBuild: true }).Select(command => RootOf(command.Stage)));
        foreach (var stage in model.Stages)
        {
            if (building.Contains(stage) && stage.Base.Known?.DotNet is { IsSdk: true } && stage is { From.Platform: null, OperatingSystem: ContainerOperatingSystem.Linux })
                yield return ReportIn(stage, stage.Location, model.Source.Substring(stage.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetCrossArchSdkEmulation),
        Title = "SDK runs in emulation for other processors",
        MessageFormat = "'{0}' is taken for the target's processor, so a build for another one runs the SDK in emulation, slowly and not supported by .NET; add '--platform=$BUILDPLATFORM' and publish with '-a $TARGETARCH'",
        Rationale = "The file is written for several platforms. .NET compiles for any of them on any of them, but does not support running in QEMU: builds take many times longer and fail at random.",
        WhenToIgnore = "When each platform is built on a machine of its own kind.",
        CatalogueSlugs = ["dotnet-cross-arch-sdk-emulation"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/sdk:10.0|] AS build\nARG TARGETARCH\nCOPY . .\nRUN dotnet publish -a $TARGETARCH -o /app\n")],
        Fixed = [new("Dockerfile", "FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nARG TARGETARCH\nCOPY . .\nRUN dotnet publish -a $TARGETARCH -o /app\n")],
    };

    private static bool IsForSeveralPlatforms(DockerfileModel model) =>
        model.Instructions.Any(instruction => instruction.Syntax is ArgInstruction argument && argument.Assignments.Any(assignment => assignment is { Name: "TARGETARCH" or "TARGETPLATFORM", Value: null }));

    private static DockerfileStage RootOf(DockerfileStage stage) => DockerfileModel.Chain(stage).Last();
}
