using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>A restore runs before files that decide about it are copied.</summary>
internal sealed class DotnetRestoreInputsMissing() : DockerfileRule("HB7026", RuleSeverity.Warning, RuleSeverity.Warning)
{
    internal override RuleReach Reach => RuleReach.Repository;

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Context is not { } context)
            yield break;
        foreach (var command in ProjectCommand.Of(model))
        {
            if (command.Verb != "restore")
                continue;
            var missing = RestoreInputs.Of(context, RestoreInputs.Projects(model, context, command))
                .Where(path => context.Includes(path) && !CopiedPaths.Contains(model, command.Instruction, path))
                .ToList();
            if (missing.Count > 0)
                yield return ReportIn(command.Instruction.Stage, model.Source.At(command.VerbSpan), string.Join("', '", missing));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRestoreInputsMissing),
        Title = "Packages are restored without files that decide about them",
        MessageFormat = "The restore runs without '{0}', which lie in the build context but are copied later or never: it fails, or takes other versions and sources; copy them before",
        Rationale = "Copying only the projects before 'dotnet restore' keeps the layer of packages in the cache, but central versions, package sources, lock files and referenced projects belong to the restore too. "
            + "Without them it uses nuget.org and floating versions, and the publish afterwards restores again.",
        WhenToIgnore = "When the file has nothing to do with the restore, such as a 'Directory.Build.props' of analysers only.",
        CatalogueSlugs = ["dotnet-restore-inputs-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations = [Example("COPY Web.csproj .\nRUN dotnet [|restore|]\n")],
        Fixed = [Example("COPY Directory.Packages.props Web.csproj ./\nRUN dotnet restore\n")],
    };

    private static RuleExample Example(string lines) => new("Dockerfile", $"FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\n{lines}COPY . .\nRUN dotnet publish -o /app\n")
    {
        Beside = [new("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n"), new("Directory.Packages.props", "<Project />\n"), new(".dockerignore", "**/bin\n**/obj\n")],
    };
}
