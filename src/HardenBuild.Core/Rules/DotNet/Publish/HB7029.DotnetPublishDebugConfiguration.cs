using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Publish;

/// <summary>The image gets a debug build.</summary>
internal sealed class DotnetPublishDebugConfiguration() : DockerfileRule("HB7029", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (ProductionImage.Target(model) is null)
            yield break;
        foreach (var command in DotnetCommand.Of(model))
        {
            if (command is { IsRun: true, Verb: "publish" } && model.ReachesTarget(command.Stage) && FindDebug(model, command) is { } location)
                yield return ReportIn(command.Stage, location, model.Source.Substring(location.Span));
        }

        foreach (var instruction in ProductionImage.Stages(model).SelectMany(stage => stage.Instructions))
        {
            foreach (var source in (instruction.Syntax as FileTransferInstruction)?.Sources ?? [])
            {
                if (source.Value.Replace('\\', '/').Contains("bin/Debug/", StringComparison.OrdinalIgnoreCase))
                    yield return ReportIn(instruction.Stage, model.Source.At(source.Span), source.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetPublishDebugConfiguration),
        Title = "Image gets a debug build",
        MessageFormat = "'{0}' puts a build without optimisation and with code for debugging into the image; publish with '-c Release'",
        Rationale = "A debug build is slower, contains what stands in '#if DEBUG', often less strict checks and more talkative errors, and waits for debuggers more readily.",
        WhenToIgnore = "When the image is for debugging; a stage or file named 'debug', 'dev' or 'test' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-publish-debug-configuration"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D04")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . .\nRUN dotnet publish -c [|Debug|] -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . .\nRUN dotnet publish -c Release -o /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
    };

    private static SourceLocation? FindDebug(DockerfileModel model, DotnetCommand command)
    {
        if (command.Invocation.FindOption("-c", "--configuration", "-configuration") is { } option)
        {
            if (!IsDebug(command.Resolve(option)))
                return null;
            var isFromFile = command.LoneVariable(option) is { Location: not null };
            return isFromFile ? ProductionImage.LocationOf(model, command.LoneVariable(option)!) : model.Source.At(option.ValueSpan);
        }

        if (command.Property("Configuration") is { } property)
            return IsDebug(property) ? model.Source.At(command.Invocation.FindOptions("-p", "-property", "--property").First(given => given.ValuePrefix.StartsWith("Configuration=", StringComparison.OrdinalIgnoreCase)).ValueSpan) : null;
        // From SDK 8 on publish means Release.
        return DockerfileModel.RootBase(command.Stage).Known?.DotNet is { IsSdk: true, Family: not "dotnet/framework", Major: < 8 } && !IsConfiguredElsewhere(command)
            ? model.Source.At(command.VerbSpan)
            : null;
    }

    private static bool IsDebug(string? configuration) => configuration is not null && configuration.Equals("Debug", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a property, a profile or the environment may say Release, or the command has words that nobody can read.</summary>
    private static bool IsConfiguredElsewhere(DotnetCommand command) =>
        command.Invocation.Words.Any(word => word.Value is null || word.Value.Contains("Configuration", StringComparison.OrdinalIgnoreCase) || word.Value.Contains("PublishProfile", StringComparison.OrdinalIgnoreCase)
            || word.Value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        || command.Command.Instruction.State.Variables.FindVariable("Configuration") is not null
        || command.Invocation.FindOption("--no-build") is not null;
}
