using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Restore;

/// <summary>All sources are copied before packages are restored.</summary>
internal sealed class DotnetRestoreCacheOrder() : DockerfileRule("HB7025", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var restoring = new Dictionary<DockerfileInstruction, bool>();
        foreach (var command in DotnetCommand.Of(model).Where(command => command.IsRun && (command.Verb == "restore" || command.IsBuild)))
        {
            var hasCache = command.Command.Instruction.Syntax.Flags.Any(flag => flag.Mount is { Type: "cache" });
            restoring[command.Command.Instruction.Syntax] = !hasCache && !command.Invocation.HasLongOption("no-restore") && !IsSingleFile(command);
        }

        if (restoring.Count == 0)
            yield break;
        foreach (var stage in model.Stages)
        {
            if (FindEarlyCopy(stage, restoring) is { } copy)
                yield return ReportIn(stage, model.Source.At(copy.Span), copy.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRestoreCacheOrder),
        Title = "Sources are copied before packages are restored",
        MessageFormat = "'{0}' comes before the first restore, so every change of a source file downloads all packages again; copy project files first, run 'dotnet restore', then copy the rest",
        Rationale = "A layer is reused only while everything copied before it is unchanged. Project files change rarely, sources with every commit.",
        WhenToIgnore = "When the build machine keeps no layers, or the restore takes no time worth mentioning.",
        CatalogueSlugs = ["dotnet-restore-cache-order"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY [|.|] .\nRUN dotnet publish -o /app\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY *.csproj .\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish --no-restore -o /app\n")],
        ComparedWith = "A cache mount for the packages serves the same purpose and is accepted, and so is a program of one file.",
    };

    private static DockerfileWord? FindEarlyCopy(DockerfileStage stage, Dictionary<DockerfileInstruction, bool> restoring)
    {
        // A stage continues what the stages below it did.
        foreach (var parent in DockerfileModel.Chain(stage).Skip(1))
        {
            if (parent.Instructions.Any(instruction => restoring.ContainsKey(instruction.Syntax)))
                return null;
        }

        DockerfileWord? copied = null;
        foreach (var instruction in stage.Instructions)
        {
            if (restoring.TryGetValue(instruction.Syntax, out var isRepeated))
                return isRepeated ? copied : null;
            if (!instruction.IsTrigger && instruction.Syntax is FileTransferInstruction { From: null } transfer)
                copied ??= transfer.Sources.FirstOrDefault(source => IsEverything(source.Value));
        }

        return null;
    }

    private static bool IsEverything(string source) => source is "." or "./" or "/" or "*" or "./*" or "src" or "src/" or "./src" or "./src/";

    private static bool IsSingleFile(DotnetCommand command) => command.Arguments.Any(word => word.Prefix.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));
}
