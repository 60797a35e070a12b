using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>A named stage takes part in nothing.</summary>
internal sealed class BaseImageUnusedStage() : DockerfileRule("HB1033", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly char[] Separators = ['-', '_', '.'];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (UsedStages(model) is not { } used)
            yield break;
        foreach (var stage in model.Stages)
        {
            if (stage.Name is { } name && stage != model.TargetStage && !used.Contains(stage) && !IsTargetOfItsOwn(stage))
                yield return ReportIn(stage, name.Location, name.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BaseImageUnusedStage),
        Title = "Stage is used by nothing",
        MessageFormat = "'{0}' is no base of another stage and nothing is copied from it, so its image is pulled and updated for nothing; remove the stage, or use it",
        Rationale = "A stage that nothing refers to is either a leftover or a sign of a misspelt '--from'. Its base image still has to be scanned and updated.",
        WhenToIgnore = "When the stage is built by name with '--target' in a pipeline.",
        CatalogueSlugs = ["base-image-unused-stage"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:9.0 AS [|restore|]\nRUN dotnet restore\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    /// <summary>Null when a variable may select any stage.</summary>
    private static HashSet<DockerfileStage>? UsedStages(DockerfileModel model)
    {
        var used = new HashSet<DockerfileStage>();
        foreach (var stage in model.Stages)
        {
            if (stage.Base is { Kind: StageBaseKind.Unknown, Image.HasUnknownVariables: true, Candidates.IsEmpty: true })
                return null;
            if (stage.Base.Stage is { } parent)
                used.Add(parent);
            used.UnionWith(stage.Base.Candidates);
            foreach (var instruction in stage.Instructions)
            {
                foreach (var word in StageSources.Of(instruction.Syntax))
                {
                    if (model.Expand(word, instruction.State).Text is not { } name)
                        return null;
                    if (model.FindStage(name, stage) is { } source)
                        used.Add(source);
                }
            }
        }

        return used;
    }

    /// <summary>Stages that start something, hand out files, or are named after a purpose of their own are built by name.</summary>
    private static bool IsTargetOfItsOwn(DockerfileStage stage) =>
        stage.Base.Kind == StageBaseKind.Scratch
        || stage.Instructions.Any(instruction => instruction.Syntax.Kind is InstructionKind.Cmd or InstructionKind.Entrypoint or InstructionKind.Onbuild)
        || stage.Name!.Value.Value.EndsWith("test", StringComparison.OrdinalIgnoreCase)
        || stage.Name!.Value.Value.EndsWith("tests", StringComparison.OrdinalIgnoreCase)
        || stage.Name!.Value.Value.Split(Separators).Any(static word => word.ToLowerInvariant()
            is "test" or "tests" or "testing" or "dev" or "develop" or "development" or "devcontainer" or "debug" or "base" or "lint" or "check" or "checks" or "validate"
            or "verify" or "format" or "fmt" or "docs" or "ci" or "e2e" or "coverage" or "release" or "prod" or "production" or "export" or "artifacts" or "output" or "final"
            or "runtime" or "migrate" or "migrations" or "bench" or "vendor" or "update");
}
