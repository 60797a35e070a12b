using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>COPY or ADD names a file that is not in the build context.</summary>
internal sealed class CopySourceMissing() : DockerfileRule("HB1096", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { Certainty: not ContextCertainty.Assumed } context)
            yield break;
        var sources = ContextSource.Of(model).Where(static source => source is { IsGlob: false, IsWholeContext: false, Instruction.IsTrigger: false }).ToList();
        foreach (var source in sources)
        {
            if (!IsMissing(context, source.Path))
                continue;
            var near = NearMatch.Find(context, source.Path);
            if (near is null && !HasSibling(context, sources, source.Path))
                continue;
            yield return ReportIn(source.Instruction.Stage, model.Source.At(source.Word.Span), source.Word.Value, near is null ? "correct the path or add the file" : $"there is '{near}', and letter case counts") with
            {
                AtMost = near is null ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopySourceMissing),
        Title = "File to copy does not exist in the build context",
        MessageFormat = "'{0}' does not exist in the build context, so the build stops here; {1}",
        Rationale = "COPY and ADD read from the build context only. A path that was renamed, or that differs in letter case from the file on a developer's Windows or macOS disk, stops the build in CI.",
        WhenToIgnore = "When a step before the image build makes the file; paths that an ignore file of Git hides, and usual output folders, are accepted without a comment. Where no file of a similar name exists it is a suggestion.",
        CatalogueSlugs = ["copy-source-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY Web.csproj ./\nCOPY [|Nuget.config|] ./\nRUN dotnet restore\n")
            {
                Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n"), new("NuGet.config", "<configuration />\n")],
            },
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY Web.csproj ./\nCOPY NuGet.config ./\nRUN dotnet restore\n")
            {
                Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n"), new("NuGet.config", "<configuration />\n")],
            },
        ],
        ComparedWith = "The builder itself fails at such a line. This rule says so without a build, and only where a Compose file, a project or the other sources tell which folder is the context.",
    };

    /// <summary>Whether another source of the same kind does exist in the folder: it is filled before the build, not by a step of it.</summary>
    private static bool HasSibling(BuildContext context, List<ContextSource> sources, string path) => sources.Exists(other =>
        CleanPath.Folder(other.Path) == CleanPath.Folder(path)
        && Path.GetExtension(other.Path) is { Length: > 0 } extension && extension == Path.GetExtension(path)
        && context.Find(other.Path) == PathKind.File);

    // What the ignore file excludes is another rule's.
    private static bool IsMissing(BuildContext context, string path) =>
        context.Find(path) == PathKind.Missing && context.Includes(path) && !GeneratedPaths.IsLikely(path) && !context.Files.IsIgnored(context.InRepository(path));
}
