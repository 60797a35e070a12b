using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>The build writes to a volume after VOLUME.</summary>
internal sealed class VolumeModifiedAfterDeclaration() : DockerfileRule("HB1101", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        Dictionary<DockerfileInstruction, StageCommand>? commands = null;
        foreach (var stage in model.Stages)
        {
            if (!stage.Instructions.Any(instruction => instruction is { IsTrigger: false, Syntax: VolumeInstruction }))
                continue;
            commands ??= model.Commands.ToDictionary(command => command.Instruction.Syntax);
            foreach (var sameVolume in Writes(model, stage, commands).GroupBy(write => write.Volume, StringComparer.Ordinal))
            {
                var places = sameVolume.Select(write => model.Source.At(write.Span)).ToList();
                yield return ReportIn(stage, places[0], model.Source.Substring(places[0].Span), sameVolume.Key) with { Related = RepeatedPlaces.AfterFirst(places, "Written here too") };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(VolumeModifiedAfterDeclaration),
        Title = "Volume is written to after VOLUME",
        MessageFormat = "'{0}' is written to after 'VOLUME {1}': the classic builder throws the change away, BuildKit keeps it; do it before VOLUME, or remove VOLUME",
        Rationale = "From VOLUME on the classic builder mounts a fresh volume for every step, so changes below it never reach the image. BuildKit keeps them, so the same file gives two different images.",
        WhenToIgnore = "When the file is only ever built by BuildKit.",
        CatalogueSlugs = ["volume-modified-after-declaration"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nVOLUME /data\nRUN chown $APP_UID [|/data|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN mkdir /data && chown $APP_UID /data\nVOLUME /data\nUSER $APP_UID\n")],
    };

    private static IEnumerable<(string Volume, TextSpan Span)> Writes(DockerfileModel model, DockerfileStage stage, Dictionary<DockerfileInstruction, StageCommand> commands)
    {
        var volumes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in stage.Instructions)
        {
            if (instruction.IsTrigger)
                continue;
            if (instruction.Syntax is VolumeInstruction declaration)
            {
                foreach (var word in declaration.Paths)
                {
                    if (ContainerPaths.Resolve(model, word, instruction.State) is { } path)
                        volumes.Add(path);
                }
            }

            if (volumes.Count == 0)
                continue;
            var isRun = instruction.Syntax is RunInstruction;
            foreach (var (path, span) in isRun && commands.TryGetValue(instruction.Syntax, out var command) ? VolumeWrites.Of(command) : VolumeWrites.Of(model, instruction))
            {
                if (VolumeAround(path, volumes) is { } volume)
                    yield return (volume, span);
            }
        }
    }

    private static string? VolumeAround(string path, HashSet<string> volumes)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var folder = path.Substring(0, end);
            if (volumes.Contains(folder))
                return folder;
        }

        return null;
    }
}
