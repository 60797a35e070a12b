using HardenBuild.Model.Docker;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The runtime image holds another version of .NET than the program is built for.</summary>
internal sealed class DotnetRuntimeImageTfmMismatch() : DockerfileRule("HB7007", RuleSeverity.Error, RuleSeverity.Error)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (RuntimeImage.Of(model) is not { DotNet: { Repository: not "runtime-deps", Major: { } major } dotnet } image
            || model.Context?.Published(model) is not { IsSelfContained: false, Framework: { } framework } published
            || !CannotRun(framework, major, dotnet.Minor) || RollsForward(published, model.TargetStage!))
            yield break;
        yield return ReportIn(
            image.Stage, image.TagLocation, image.Tag, published.Project.Name, framework.Moniker, framework.Version) with
        {
            // Without a publish in the file it is only likely that the project beside it is the one that runs.
            AtMost = published.Publish is null ? RuleSeverity.Warning : RuleSeverity.Error,
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRuntimeImageTfmMismatch),
        Title = "Runtime image and target framework differ in version",
        MessageFormat = "'{0}' does not hold the runtime that '{1}' is built for ({2}), so the container stops at its start; use tag '{3}'",
        Rationale = "A program starts on the .NET version it was built for, and by default on later minor versions only. In an image with another major version it ends with "
            + "'You must install or update .NET to run this application' before its first line.",
        WhenToIgnore = "When the environment of the container sets DOTNET_ROLL_FORWARD.",
        CatalogueSlugs = ["dotnet-runtime-image-tfm-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [Example("mcr.microsoft.com/dotnet/aspnet:[|9.0|]")],
        Fixed = [Example("mcr.microsoft.com/dotnet/aspnet:10.0")],
    };

    private static RuleExample Example(string image) => new(
        "Dockerfile",
        $"FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web.csproj -o /app\nFROM {image}\nCOPY --from=build /app /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n")],
    };

    private static bool CannotRun(TargetFramework framework, int major, int? minor) =>
        major != framework.Major || (minor is { } known && known < framework.Minor);

    private static bool RollsForward(PublishedProject published, DockerfileStage target) =>
        published.Project.Find("RollForward") is not null || published.Project.HasImports || published.Publish?.Property("RollForward") is not null
        || published.Publish?.Property("TargetFramework") is not null || target.FinalState.Variables.FindVariable("DOTNET_ROLL_FORWARD") is not null
        || target.FinalState.Variables.FindVariable("DOTNET_ROLL_FORWARD_TO_PRERELEASE") is not null;
}
