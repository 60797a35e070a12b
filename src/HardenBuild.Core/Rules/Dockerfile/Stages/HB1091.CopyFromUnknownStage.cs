using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>A <c>--from</c> names neither an earlier stage nor, by its looks, an image.</summary>
internal sealed class CopyFromUnknownStage() : DockerfileRule("HB1091", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameName in Unknown(model).GroupBy(use => use.Name, StringComparer.OrdinalIgnoreCase))
        {
            var (stage, name, location) = sameName.First();
            yield return ReportIn(stage, location, name) with
            {
                Related = RepeatedPlaces.AfterFirst(sameName.Select(use => use.Location), "Used here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyFromUnknownStage),
        Title = "--from names no earlier stage",
        MessageFormat = "'{0}' is not the name or number of an earlier stage, so the builder tries to pull an image of that name; correct the name, or write the image with its tag",
        Rationale = "The builder looks for a stage above, then for a named build context, then pulls 'docker.io/library/' and the name. "
            + "A misspelt stage name thus fetches what a stranger published under it, or fails late.",
        WhenToIgnore = "When the name is a build context that is passed with '--build-context' or by Compose's 'additional_contexts'.",
        CatalogueSlugs = ["copy-from-unknown-stage"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3022"],
        Related = ["kics:copy_from_without_from_alias_defined_previously"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=[|biuld|] /out /app\nUSER $APP_UID\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /out /app\nUSER $APP_UID\n"),
        ],
        ComparedWith = "KICS reports every '--from' without an alias, also numbers and images; a number of an earlier stage and an image with a tag are fine here.",
    };

    private static IEnumerable<(DockerfileStage Stage, string Name, SourceLocation Location)> Unknown(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var word in StageSources.Of(instruction.Syntax))
            {
                if (model.Expand(word, instruction.State).Text is { Length: > 0 } name
                    && !ImageUse.LooksLikeImage(name)
                    && name != "scratch"
                    && model.FindStage(name, instruction.Stage) is null)
                {
                    yield return (instruction.Stage, name, model.Source.At(word.Span));
                }
            }
        }
    }
}
