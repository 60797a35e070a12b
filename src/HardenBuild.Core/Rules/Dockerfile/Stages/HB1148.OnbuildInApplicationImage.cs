using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>The image of an application sets triggers for images built upon it.</summary>
internal sealed class OnbuildInApplicationImage() : DockerfileRule("HB1148", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.TargetStage is not { } target || !IsApplication(target))
            yield break;
        var places = target.Instructions.Where(instruction => instruction is { IsTrigger: false, Syntax: OnbuildInstruction })
            .Select(instruction => model.Source.At(instruction.Syntax.KeywordSpan)).ToList();
        if (places.Count > 0)
            yield return ReportIn(target, places[0], model.Source.Substring(places[0].Span)) with { Related = RepeatedPlaces.AfterFirst(places, "Another trigger") };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(OnbuildInApplicationImage),
        Title = "Application image sets triggers",
        MessageFormat = "'{0}' only runs when another image is built upon this one, which nobody does with an application; write the instruction itself, or move the trigger to a base image",
        Rationale = "A trigger does nothing in the build that writes it. In an image that already holds the application it is most likely meant as a step of this build, which is then missing.",
        WhenToIgnore = "When the image is both started as it is and extended by others.",
        CatalogueSlugs = ["onbuild-in-application-image"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nCOPY publish .\n[|ONBUILD|] COPY appsettings.json .\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nCOPY publish .\nCOPY appsettings.json .\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n"),
        ],
    };

    /// <summary>Files are put into the image and something is started: a base image for others leaves one of them to its triggers.</summary>
    private static bool IsApplication(DockerfileStage target)
    {
        var hasFiles = false;
        var hasCommand = false;
        foreach (var stage in DockerfileModel.Chain(target))
        {
            foreach (var instruction in stage.Instructions)
            {
                hasFiles |= instruction is { IsTrigger: false, Syntax: FileTransferInstruction };
                hasCommand |= instruction is { IsTrigger: false, Syntax.Kind: InstructionKind.Cmd or InstructionKind.Entrypoint };
            }
        }

        return hasFiles && hasCommand;
    }
}
