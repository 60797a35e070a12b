using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Directories;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>COPY or ADD writes to a relative path before any WORKDIR.</summary>
internal sealed class CopyRelativeWithoutWorkdir() : DockerfileRule("HB1089", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            var places = stage.Instructions.Where(instruction => IsLost(model, instruction))
                .Select(instruction => model.Source.At(((FileTransferInstruction)instruction.Syntax).Destination.Span)).ToList();
            if (places.Count > 0 && BaseImageFolders.LeaveRoot(stage))
                yield return ReportIn(stage, places[0], model.Source.Substring(places[0].Span)) with { Related = RepeatedPlaces.AfterFirst(places, "Relative too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopyRelativeWithoutWorkdir),
        Title = "Files are copied to a relative path before any WORKDIR",
        MessageFormat = "'{0}' is relative but the stage has no WORKDIR, so the files land among the folders of the system; set WORKDIR first, or write an absolute path",
        Rationale = "Without WORKDIR a relative destination is relative to the root of the file system. Files of the application get mixed with those of the distribution, may replace them, and move when a base image sets a folder of its own.",
        WhenToIgnore = "When the base image sets the working directory and promises to keep it.",
        CatalogueSlugs = ["copy-relative-without-workdir"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3045"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish [|app/|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nCOPY publish .\nUSER $APP_UID\n")],
        ComparedWith = "hadolint reports every base image and looks at COPY only; here a base image that may set a working directory of its own is left alone, a WORKDIR of a parent stage counts, and ADD is read too.",
    };

    private static bool IsLost(DockerfileModel model, StageInstruction instruction) =>
        instruction is { IsTrigger: false, State.Workdir: null, Syntax: FileTransferInstruction { Heredocs.IsEmpty: true } transfer }
        && ContainerPaths.IsRelative(model, transfer.Destination, instruction.State);
}
