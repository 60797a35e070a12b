using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>A <c>--from</c> counts stages.</summary>
internal sealed class CopyFromStageIndex() : DockerfileRule("HB1093", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameNumber in Numbers(model).GroupBy(use => use.Number, StringComparer.Ordinal))
        {
            var (stage, number, location) = sameNumber.First();
            yield return ReportIn(stage, location, number) with { Related = RepeatedPlaces.AfterFirst(sameNumber.Select(use => use.Location), "Used here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyFromStageIndex),
        Title = "Stage is named by its number",
        MessageFormat = "'{0}' counts stages, so a stage added above makes it another one; name the stage with 'AS' and use the name",
        Rationale = "Numbers follow the order of the file. Whoever inserts or moves a stage changes what every number means, and the build may still succeed with the wrong files.",
        WhenToIgnore = "When the file has two stages and will never have more.",
        CatalogueSlugs = ["copy-from-stage-index"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:using_unnamed_build_stages"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=[|0|] /out /app\nUSER $APP_UID\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /out /app\nUSER $APP_UID\n"),
        ],
        ComparedWith = "A number that no earlier stage has is another mistake, HB1091 or HB1092.",
    };

    private static IEnumerable<(DockerfileStage Stage, string Number, SourceLocation Location)> Numbers(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var word in StageSources.Of(instruction.Syntax))
            {
                var text = word.Value;
                if (text.Length > 0 && text.All(static c => c is >= '0' and <= '9') && model.FindStage(text, instruction.Stage) is not null)
                    yield return (instruction.Stage, text, model.Source.At(word.Span));
            }
        }
    }
}
