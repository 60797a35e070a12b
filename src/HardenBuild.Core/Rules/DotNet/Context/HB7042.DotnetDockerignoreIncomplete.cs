using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The ignore file lets through what no .NET image should be built from.</summary>
internal sealed class DotnetDockerignoreIncomplete() : DockerfileRule("HB7042", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { IgnoreFile: { IsAllowList: false } ignore } context || !DotNetFile.IsOne(model))
            yield break;
        foreach (var source in DotNetFile.FolderSources(model, context))
        {
            var missing = UnwantedPaths.Patterns(context, source.IsWholeContext ? "" : source.Path).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count == 0)
                continue;
            yield return ReportIn(source.Instruction.Stage, model.Source.At(source.Word.Span), source.Word.Value, string.Join("', '", missing)) with
            {
                Related = ignore.Patterns.IsEmpty ? [] : [new RelatedLocation(ignore.Patterns[ignore.Patterns.Length - 1].Location, "Add the patterns after this line")],
            };
            yield break;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDockerignoreIncomplete),
        Title = "Ignore file lets build output and local files into the build",
        MessageFormat = "'{0}' brings files along that '.dockerignore' should keep out; add '{1}'",
        Rationale = "Output and intermediate files of the host confuse the build in the container and invalidate its cache with every build outside of it; local settings may hold passwords. "
            + "A pattern without '**/' holds at the top of the build context only, so 'obj' does not exclude 'src/Web/obj'.",
        WhenToIgnore = "When the build in the container needs the files: MinVer and Source Link read '.git'.",
        CatalogueSlugs = ["dotnet-dockerignore-incomplete"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY [|.|] .\nRUN dotnet publish Web/Web.csproj -o /app\n")
            {
                Beside = [new(".dockerignore", "bin\nobj\n"), new("Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n")],
            },
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Web/Web.csproj -o /app\n")
            {
                Beside = [new(".dockerignore", "**/bin\n**/obj\n"), new("Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n")],
            },
        ],
    };
}
