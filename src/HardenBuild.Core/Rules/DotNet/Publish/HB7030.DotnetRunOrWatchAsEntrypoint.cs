using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Publish;

/// <summary>The container builds the application when it starts.</summary>
internal sealed class DotnetRunOrWatchAsEntrypoint() : DockerfileRule("HB7030", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var stages = ProductionImage.Stages(model);
        foreach (var command in DotnetCommand.Of(model))
        {
            if (command.Command.Instruction is { IsTrigger: false, Syntax: CmdInstruction or EntrypointInstruction } && stages.Contains(command.Stage) && command.Verb is "run" or "watch" or "test")
            {
                yield return ReportIn(command.Stage, model.Source.At(command.VerbSpan), "dotnet " + command.Verb) with
                {
                    AtMost = command.Verb == "test" ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRunOrWatchAsEntrypoint),
        Title = "Container builds the application when it starts",
        MessageFormat = "'{0}' compiles the sources at every start and needs the SDK in production; run 'dotnet publish' while building the image, and start the published program",
        Rationale = "The container needs SDK, sources and a way to the package feed, starts slowly, and what runs depends on the state of the feed that day. 'dotnet watch' also restarts on changes and listens for a browser.",
        WhenToIgnore = "When the image is for development or tests; a stage or file named 'dev', 'debug' or 'test' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-run-or-watch-as-entrypoint"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D09")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY . /src\nWORKDIR /src\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", [|\"run\"|]]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /src\nRUN dotnet publish /src -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        ComparedWith = "An image that starts 'dotnet run' is reported here and not by HB7009: the SDK in it is the consequence.",
    };
}
