using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>The final stage builds upon the .NET SDK.</summary>
internal sealed class DotnetSdkImageAsFinalStage() : DockerfileRule("HB7009", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is { } target
            && DockerfileModel.RootBase(target).Known?.DotNet is { IsSdk: true }
            && !DevelopmentImage.IsNamedSo(model, target)
            && RunsApplication(model, target))
        {
            yield return ReportIn(target, target.Location, model.Source.Substring(target.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetSdkImageAsFinalStage),
        Title = "Application runs in the image of the .NET SDK",
        MessageFormat = "'{0}' brings compiler, NuGet, PowerShell and a package manager to production; publish in a stage of its own and end with 'mcr.microsoft.com/dotnet/aspnet' or 'runtime'",
        Rationale = "The SDK image is several times the size of the runtime image and holds everything an intruder needs to build and load code. Most findings of image scanners are in parts the application never uses.",
        WhenToIgnore = "When the image runs tests or builds, which need the SDK; a stage or file named 'test', 'dev', 'build' or 'ci' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-sdk-image-as-final-stage"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.3"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D04")],
        Supersedes = ["HB1035"],
        Violations = [new("Dockerfile", "FROM [|mcr.microsoft.com/dotnet/sdk:10.0|]\nCOPY . /src\nRUN dotnet publish /src -o /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /src\nRUN dotnet publish /src -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n"),
        ],
    };

    /// <summary>An SDK image without a command is a tool; one that runs tests or watches sources is for developers, and HB7030 reports one that builds when it starts.</summary>
    private static bool RunsApplication(DockerfileModel model, DockerfileStage target)
    {
        var chain = new HashSet<DockerfileStage>(DockerfileModel.Chain(target));
        var starts = model.Commands
            .Where(command => chain.Contains(command.Instruction.Stage)
                && command.Instruction is { IsTrigger: false, Syntax: CmdInstruction { Command.Text.Length: > 0 } or EntrypointInstruction { Command.Text.Length: > 0 } })
            .ToList();
        return starts.Count > 0 && !starts.Any(command => command.Invocations.Any(
            invocation => (invocation.Is("dotnet") && invocation.Subcommand is "run" or "test" or "watch" or "build" or "format" or "ef" or "tool" or "nuget" or "restore")
                || (invocation.Name is "bash" or "sh" or "pwsh" or "sleep" or "tail" && invocation.Operands.IsEmpty)));
    }
}
