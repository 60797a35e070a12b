using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>The whole file system of a stage or image is copied over this one.</summary>
internal sealed class CopyEntireFilesystem() : DockerfileRule("HB1094", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is CopyInstruction { From: { } from } copy
                && IsRoot(model, copy.Destination, instruction.State)
                && copy.Sources.FirstOrDefault(source => IsRoot(model, source, instruction.State)) is { } source)
            {
                yield return ReportIn(instruction.Stage, model.Source.At(source.Span), from.Value) with
                {
                    AtMost = IsDeliberate(model, instruction.Stage) ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyEntireFilesystem),
        Title = "Whole file system is copied",
        MessageFormat = "The whole file system of '{0}' is copied over this stage: tools, caches and secrets of that stage come along and files of the base image are replaced; copy the folders that the image needs",
        Rationale = "Stages exist to leave behind what the image does not need. Copying the root brings all of it back, mixes two distributions' files, and hides from scanners which packages are installed.",
        WhenToIgnore = "When the source stage was assembled to be exactly the image's file system.",
        CatalogueSlugs = ["copy-entire-filesystem"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Aliases = ["hadolint:DL3067"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build [|/|] /\nUSER $APP_UID\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n"),
        ],
        ComparedWith = "Onto 'scratch', where it squashes an image into one layer, and in stages named as those of developers it is at most a suggestion.",
    };

    /// <summary>Onto nothing it is the known way to squash an image into one layer, and developers pour tools into their stage so.</summary>
    private static bool IsDeliberate(DockerfileModel model, DockerfileStage stage) =>
        DockerfileModel.RootBase(stage).Kind == StageBaseKind.Scratch || DevelopmentImage.IsNamedSo(model, stage);

    private static bool IsRoot(DockerfileModel model, DockerfileWord word, StageState state) =>
        model.Expand(word, state).Text is { Length: > 0 } path && path[0] == '/' && HostPath.Normalize(path) == "/";
}
