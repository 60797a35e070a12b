using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>The name of a stage has capitals.</summary>
internal sealed class StageNameNotLowercase() : DockerfileRule("HB1006", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Name is { } name && name.Value.Any(static c => c is >= 'A' and <= 'Z'))
                yield return ReportIn(stage, name.Location, name.Value, name.Value.ToLowerInvariant());
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StageNameNotLowercase),
        Title = "Stage name has capitals",
        MessageFormat = "'{0}' has capitals, but the builder compares stage names in lower case and shows them so; write '{1}', here and wherever the stage is used",
        Rationale = "Names of stages do not distinguish case: 'Build' and 'build' are one stage. Capitals suggest a difference that is not there, and '--target' and logs show the name otherwise than it is written.",
        WhenToIgnore = "When scripts outside the repository compare the name letter by letter.",
        CatalogueSlugs = ["stage-name-not-lowercase"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:StageNameCasing"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS [|BuildStage|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build-stage\n")],
    };
}
