using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>A time zone is set in an image that knows none.</summary>
internal sealed class DotnetTimezoneDataMissing() : DockerfileRule("HB7034", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var variable in ProductionImage.Environment(model))
        {
            if (variable.Name == "TZ" && variable.Value.Text?.Text is { Length: > 0 } zone && zone is not ("UTC" or "Etc/UTC" or "GMT") && LacksTimeZones(model))
                yield return ReportIn(model.TargetStage!, ProductionImage.LocationOf(model, variable), zone);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetTimezoneDataMissing),
        Title = "Time zone is set in an image without time zone data",
        MessageFormat = "'{0}' has no effect because the image has no time zone data, so times are UTC; install 'tzdata' or take a tag with '-extra'",
        Rationale = "Alpine images come without tzdata. The variable is ignored silently, and 'TimeZoneInfo.FindSystemTimeZoneById' fails when the code needs a zone.",
        WhenToIgnore = "When the variable is read by something that brings its own data.",
        CatalogueSlugs = ["dotnet-timezone-data-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nENV TZ=[|Europe/Vienna|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache tzdata\nENV TZ=Europe/Vienna\nUSER $APP_UID\n")],
    };

    private static bool LacksTimeZones(DockerfileModel model)
    {
        var root = DockerfileModel.RootBase(model.TargetStage!);
        if (root is not { Known.DotNet.IsRuntime: true, Image: { Tag.Value: var tag, IsTagKnown: true } } || !tag.Contains("alpine", StringComparison.Ordinal) || tag.Contains("-extra", StringComparison.Ordinal))
            return false;
        var stages = ProductionImage.Stages(model);
        return !model.Commands.Any(command => stages.Contains(command.Instruction.Stage) && command.Invocations.Any(invocation => invocation.Words.Any(word => word.Prefix.StartsWith("tzdata", StringComparison.Ordinal))))
            && !stages.SelectMany(stage => stage.Instructions).Any(instruction => instruction.Syntax is FileTransferInstruction transfer && transfer.Sources.Any(source => source.Value.Contains("zoneinfo", StringComparison.Ordinal)));
    }
}
