using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The SDK image cannot build the project, or is not the SDK that <c>global.json</c> asks for.</summary>
internal sealed class DotnetSdkImageTfmMismatch() : DockerfileRule("HB7008", RuleSeverity.Error, RuleSeverity.Error)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { } context)
            yield break;
        var reported = new HashSet<SourceLocation>();
        foreach (var command in ProjectCommand.Of(model))
        {
            if (command.Verb is not ("publish" or "build") || RuntimeImage.Of(command.Instruction.Stage) is not { DotNet.IsSdk: true } image)
                continue;
            var finding = ReportFramework(model, context, command, image) ?? ReportGlobalJson(model, context, command, image);
            if (finding is not null && reported.Add(finding.Location))
                yield return finding;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkImageTfmMismatch),
        Title = "SDK image cannot build the project",
        MessageFormat = "The SDK in '{0}' does not satisfy {1}, so the build stops here; use 'mcr.microsoft.com/dotnet/sdk:{2}'",
        Rationale = "An SDK builds for its own version of .NET and earlier ones (NETSDK1045). 'global.json' narrows it further: unless it rolls forward, another feature band of the same version is refused, "
            + "and a floating tag moves from band to band.",
        WhenToIgnore = "When a step of the image installs the SDK that is missing.",
        CatalogueSlugs = ["dotnet-sdk-image-tfm-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [Example("mcr.microsoft.com/dotnet/sdk:[|8.0|]")],
        Fixed = [Example("mcr.microsoft.com/dotnet/sdk:10.0")],
    };

    private static RuleExample Example(string image) => new("Dockerfile", $"FROM {image}\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web.csproj -o /app\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n")],
    };

    private Finding? ReportFramework(DockerfileModel model, BuildContext context, ProjectCommand command, RuntimeImage image)
    {
        if (image.DotNet.Major is not { } major || command.ProjectPath(model, context) is not { } path || context.ReadProject(path) is not { } project)
            return null;
        TargetFramework? newest = null;
        foreach (var framework in project.TargetFrameworks)
        {
            if (newest is null || framework.Major > newest.Value.Major)
                newest = framework;
        }

        if (command.Invocation.FindOption("-f", "--framework") is { } option)
            newest = option.Value is { } moniker ? TargetFramework.TryParse(moniker) : null;
        return newest is { } needed && needed.Major > major
            ? ReportIn(image.Stage, image.TagLocation, image.Reference.Text.Value, $"'{needed.Moniker}' of '{project.Name}'", needed.Version)
            : null;
    }

    private Finding? ReportGlobalJson(DockerfileModel model, BuildContext context, ProjectCommand command, RuntimeImage image)
    {
        var folder = command.ProjectPath(model, context) is { } project ? CleanPath.Folder(project) : "";
        if (DotNetProject.FindAbove(context.Files, context.InRepository(folder), "global.json") is not { } path || CleanPath.Below(context.Root, path) is not { } inContext
            || !context.Includes(inContext) || !CopiedPaths.Contains(model, command.Instruction, inContext)
            || context.Read(inContext) is not { } text || GlobalJson.TryParse(text) is not { } wanted
            || GlobalJson.ReadVersion(image.Tag) is not { } tag || wanted.IsSatisfiedBy(tag.Major, tag.Minor, tag.Patch) == true)
            return null;
        var isFloating = wanted.IsSatisfiedBy(tag.Major, tag.Minor, tag.Patch) is null;
        return ReportIn(image.Stage, image.TagLocation, image.Reference.Text.Value, $"'{wanted.Version.Value}' of 'global.json'", wanted.Version.Value) with
        {
            // Today's image may still hold the band; tomorrow's will not.
            AtMost = isFloating ? RuleSeverity.Warning : RuleSeverity.Error,
            Related = [new RelatedLocation(wanted.Version.Location, "Asked for here")],
        };
    }
}
