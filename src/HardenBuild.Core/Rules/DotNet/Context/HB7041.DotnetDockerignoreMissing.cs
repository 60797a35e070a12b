using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A folder of a .NET repository is copied and no ignore file keeps anything out.</summary>
internal sealed class DotnetDockerignoreMissing() : DockerfileRule("HB7041", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { IgnoreFile: null, IsIgnoreFileKnown: true } context || !DotNetFile.IsOne(model))
            yield break;
        var sources = DotNetFile.FolderSources(model, context).ToList();
        if (sources.Count == 0)
            yield break;
        yield return ReportIn(sources[0].Instruction.Stage, model.Source.At(sources[0].Word.Span), sources[0].Word.Value) with
        {
            Related = RepeatedPlaces.AfterFirst(sources.Select(source => model.Source.At(source.Word.Span)), "Copied without an ignore file too"),
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDockerignoreMissing),
        Title = "Folder of a .NET repository is copied without .dockerignore",
        MessageFormat = "'{0}' also brings 'bin', 'obj', '.git', '.vs' and local settings into the build, because there is no '.dockerignore'; add one that excludes them",
        Rationale = "Without '.dockerignore' the build depends on what lies on somebody's disk: 'obj' of Windows breaks the restore on Linux, 'bin' and '.git' make every build slow and its cache useless, "
            + "and '.env', '*.user' and 'secrets.json' travel along.",
        WhenToIgnore = "When the image is only ever built from a fresh clone.",
        CatalogueSlugs = ["dotnet-dockerignore-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Supersedes = ["HB7043"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY [|.|] .\nRUN dotnet publish -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\n")],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\n")
            {
                Beside = [new(".dockerignore", "**/bin\n**/obj\n**/.git\n**/.vs\n**/.env\n**/*.user\n")],
            },
        ],
    };
}
