using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>COPY or ADD names what <c>.dockerignore</c> keeps out of the build context.</summary>
internal sealed class CopyIgnoredFile() : DockerfileRule("HB1095", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { IgnoreFile: { } ignore } context)
            yield break;
        foreach (var source in ContextSource.Of(model))
        {
            if (!source.Instruction.IsTrigger && FindExclusion(context, ignore, source) is { } pattern)
            {
                yield return ReportIn(source.Instruction.Stage, model.Source.At(source.Word.Span), source.Word.Value, pattern.Location.Source.Substring(pattern.Location.Span)) with
                {
                    Related = [new RelatedLocation(pattern.Location, "Excluded by this pattern")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyIgnoredFile),
        Title = "File to copy is excluded by .dockerignore",
        MessageFormat = "'{0}' never reaches the builder because '.dockerignore' excludes it with '{1}', so the build stops here; copy another file or add an exception with '!'",
        Rationale = "What '.dockerignore' excludes is not part of the build context. The builder reports such a file as not found, which sends people looking for it on their disk, where it is.",
        WhenToIgnore = "When another tool builds this Dockerfile with an ignore file of its own.",
        CatalogueSlugs = ["copy-ignored-file"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:CopyIgnoredFile"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY [|publish/|] /app\nUSER $APP_UID\n") { Beside = [new(".dockerignore", "**\n!src/\n")] },
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish/ /app\nUSER $APP_UID\n") { Beside = [new(".dockerignore", "**\n!publish/\n")] },
        ],
        ComparedWith = "BuildKit gives up as soon as the ignore file has a line with '!'. This rule evaluates such lines as the builder does and stays silent only where "
            + "a folder may still hold a file that one of them lets through.",
    };

    private static DockerIgnorePattern? FindExclusion(BuildContext context, DockerIgnore ignore, ContextSource source)
    {
        if (source.IsWholeContext)
            return source.Path.Length == 0 && ignore.ExcludesEverything ? ignore.Patterns.First(static pattern => pattern.IsEverything) : null;
        if (source.IsGlob || ignore.FindExclusion(source.Path) is not { } pattern)
            return null;
        return IsFile(context, source) || !ignore.MayIncludeBelow(source.Path) ? pattern : null;
    }

    /// <summary>What is not on disk is told by its name: folders rarely have an extension.</summary>
    private static bool IsFile(BuildContext context, ContextSource source) => context.Find(source.Path) switch
    {
        PathKind.File => true,
        PathKind.Folder => false,
        _ => source.Word.Value is not [.., '/'] && CleanPath.Name(source.Path).LastIndexOf('.') > 0,
    };
}
