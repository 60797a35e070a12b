using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>COPY or ADD names a file that is not in the build context.</summary>
internal sealed class CopySourceMissing() : DockerfileRule("HB1096", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { Certainty: not ContextCertainty.Assumed } context)
            yield break;
        foreach (var source in ContextSource.Of(model))
        {
            if (source is { IsGlob: false, IsWholeContext: false, Instruction.IsTrigger: false } && IsMissing(context, source.Path))
                yield return ReportIn(source.Instruction.Stage, model.Source.At(source.Word.Span), source.Word.Value, context.Root.Length == 0 ? "." : context.Root);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopySourceMissing),
        Title = "File to copy does not exist in the build context",
        MessageFormat = "'{0}' does not exist in the build context '{1}', so the build stops here; correct the path, whose letter case counts, or add the file",
        Rationale = "COPY and ADD read from the build context only. A path that was renamed, or that differs in letter case from the file on a developer's Windows or macOS disk, stops the build in CI.",
        WhenToIgnore = "When a step before the image build makes the file; paths that an ignore file of Git hides, and usual output folders, are accepted without a comment.",
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

    // What the ignore file excludes is another rule's.
    private static bool IsMissing(BuildContext context, string path) =>
        context.Find(path) == PathKind.Missing && context.Includes(path) && !GeneratedPaths.IsLikely(path) && !context.Files.IsIgnored(context.InRepository(path));
}
