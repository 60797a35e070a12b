using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Publish;

/// <summary>Sources are copied into the image of the runtime.</summary>
internal sealed class DotnetCopySourceIntoRuntimeImage() : DockerfileRule("HB7044", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var stages = ProductionImage.Stages(model);
        if (stages.IsEmpty || DockerfileModel.RootBase(stages[0]).Known?.DotNet is not { IsRuntime: true })
            yield break;
        var transfers = stages.SelectMany(stage => stage.Instructions).Where(instruction => instruction is { IsTrigger: false, Syntax: FileTransferInstruction }).ToList();
        var hasPublished = transfers.Exists(instruction => ((FileTransferInstruction)instruction.Syntax).From is not null);
        foreach (var instruction in transfers)
        {
            var transfer = (FileTransferInstruction)instruction.Syntax;
            foreach (var source in transfer.Sources)
            {
                var isEverything = hasPublished && transfer.From is null && source.Value is "." or "./" or "./*" or "*" or "src" or "src/" or "./src" or "./src/";
                if (transfer.HeredocOf(source) is null && (isEverything || IsSource(source.Value)))
                    yield return ReportIn(instruction.Stage, model.Source.At(source.Span), source.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetCopySourceIntoRuntimeImage),
        Title = "Sources are copied into the runtime image",
        MessageFormat = "'{0}' puts sources next to the published program, where everyone who can pull the image can read them; copy the output of 'dotnet publish' only",
        Rationale = "The program does not need its sources. They show an intruder how it works, often hold settings and test data, and make the image larger.",
        WhenToIgnore = "When the application compiles views or scripts from these files while it runs.",
        CatalogueSlugs = ["dotnet-copy-source-into-runtime-image"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(540), RuleReference.OwaspDocker("D06")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . .\nRUN dotnet publish -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY [|.|] /src\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . .\nRUN dotnet publish -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        ComparedWith = "'COPY . .' alone is accepted: the build context may be the folder of the published program.",
    };

    private static bool IsSource(string path) =>
        path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase);
}
