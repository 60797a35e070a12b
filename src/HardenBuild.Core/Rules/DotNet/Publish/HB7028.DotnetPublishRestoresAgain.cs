using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Publish;

/// <summary>A build restores packages that the stage has restored already.</summary>
internal sealed class DotnetPublishRestoresAgain() : DockerfileRule("HB7028", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in DotnetCommand.Of(model).Where(command => command.IsRun).GroupBy(command => command.Stage))
        {
            DotnetCommand? restore = null;
            foreach (var command in stage)
            {
                if (command.Verb == "restore")
                    restore = command;
                else if (restore is not null && command.Verb is "build" or "publish" && Restores(command) && IsForTheSame(restore, command))
                    yield return ReportIn(stage.Key, model.Source.At(command.VerbSpan), command.Verb);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetPublishRestoresAgain),
        Title = "Build restores packages a second time",
        MessageFormat = "'dotnet {0}' restores again what 'dotnet restore' restored before; add '--no-restore'",
        Rationale = "The second restore costs time and network, and may take other versions than the first one if the sources bring further configuration along.",
        WhenToIgnore = "When the second restore is wanted because sources copied in between add projects.",
        CatalogueSlugs = ["dotnet-publish-restores-again"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY *.csproj .\nRUN dotnet restore\nCOPY . .\nRUN dotnet [|publish|] -o /app\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY *.csproj .\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish --no-restore -o /app\n")],
    };

    private static bool Restores(DotnetCommand command) =>
        !command.Invocation.HasLongOption("no-restore") && !command.Invocation.HasLongOption("no-build");

    /// <summary>Packages differ by runtime, so that a restore for another one does not count.</summary>
    private static bool IsForTheSame(DotnetCommand restore, DotnetCommand command) => RuntimeOf(restore) == RuntimeOf(command);

    private static string RuntimeOf(DotnetCommand command) =>
        string.Join(" ", command.Invocation.FindOptions("-r", "--runtime", "-a", "--arch", "--os").Select(option => option.ValueWord?.ToString() ?? option.Word.ToString()));
}
