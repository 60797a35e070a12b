using System.Globalization;
using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>A <c>--from</c> names the stage that it stands in.</summary>
internal sealed class CopyFromSelf() : DockerfileRule("HB1092", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.IsTrigger)
                continue;
            foreach (var word in StageSources.Of(instruction.Syntax))
            {
                if (model.Expand(word, instruction.State).Text is { } name && IsSelf(model, instruction.Stage, name))
                    yield return ReportIn(instruction.Stage, model.Source.At(word.Span), name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyFromSelf),
        Title = "Stage copies from itself",
        MessageFormat = "'{0}' is the stage that this instruction belongs to, and a stage cannot copy from itself, so the build fails; name an earlier stage",
        Rationale = "A stage is complete only when its last instruction has run. The builder reports a circular dependency and stops; the name of the stage before was most likely meant.",
        WhenToIgnore = "When a named build context of the same name is always passed to the build.",
        CatalogueSlugs = ["copy-from-self"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3023", "trivy:DS-0006", "kics:copy_from_references_current_from_alias"],
        Supersedes = ["HB1091"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final\nCOPY --from=[|final|] /out /app\nUSER $APP_UID\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final\nCOPY --from=build /out /app\nUSER $APP_UID\n"),
        ],
        ComparedWith = "Names are compared without case, the number of the stage counts too, and so does 'from=' in 'RUN --mount'.",
    };

    private static bool IsSelf(DockerfileModel model, DockerfileStage stage, string name)
    {
        // An earlier stage of the same name is what the builder takes.
        if (model.FindStage(name, stage) is not null)
            return false;
        if (stage.Name is { } own && own.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            return true;
        return !stage.IsImplicit && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index == stage.Index;
    }
}
