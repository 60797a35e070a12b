using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Images;

/// <summary>An instruction needs a shell or a tool that the image does not have.</summary>
internal sealed class DotnetShellRequiredOnChiseled() : DockerfileRule("HB7032", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var production = model.TargetStage is { } target ? new HashSet<DockerfileStage>(DockerfileModel.Chain(target)) : [];
        var lacking = new HashSet<DockerfileStage>(model.Stages.Where(stage => HasNoShell(stage) && !MayBringShell(stage)));
        foreach (var command in model.Commands)
        {
            var instruction = command.Instruction;
            if (instruction.IsTrigger || instruction.State.Shell.Instruction is not null || !lacking.Contains(instruction.Stage))
                continue;
            // Of a stage that is only copied from, CMD and the like never run.
            if ((instruction.Syntax is RunInstruction || production.Contains(instruction.Stage)) && NeedOf(command) is { } need)
                yield return ReportIn(instruction.Stage, model.Source.At(instruction.Syntax.KeywordSpan), ImageOf(instruction.Stage), need);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetShellRequiredOnChiseled),
        Title = "Instruction needs a shell that the image does not have",
        MessageFormat = "'{0}' has no {1}, so the instruction fails; do the work in an earlier stage, and write CMD, ENTRYPOINT and HEALTHCHECK as a JSON array that starts a program of the image",
        Rationale = "Chiseled and distroless images hold the application's needs and nothing else: no shell, no package manager, no tools. Shell form starts '/bin/sh', which is not there.",
        WhenToIgnore = "When an earlier instruction puts a shell into the image in a way that the file does not show.",
        CatalogueSlugs = ["dotnet-shell-required-on-chiseled"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nCOPY publish /app\n[|ENTRYPOINT|] dotnet /app/Web.dll\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nCOPY publish /app\nENTRYPOINT [\"dotnet\", \"/app/Web.dll\"]\n")],
        ComparedWith = "A stage that copies something to the root, or to a folder for programs, is accepted: that may be a shell.",
    };

    private static string? NeedOf(StageCommand command)
    {
        var form = command.Instruction.Syntax switch
        {
            CommandInstruction run => run.Command,
            HealthcheckInstruction { Command: { } check } => check,
            _ => null,
        };
        if (form is null || form.Text.Length == 0)
            return null;
        if (!form.IsExecForm)
            return "shell";
        return command.Invocations is [{ Name: "apt-get" or "apt" or "apk" or "tdnf" or "dnf" or "adduser" or "useradd" or "sh" or "bash" or "curl" or "wget" } tool, ..] ? $"'{tool.Name}'" : null;
    }

    private static bool HasNoShell(DockerfileStage stage)
    {
        var root = DockerfileModel.RootBase(stage);
        if (root.Kind == StageBaseKind.Scratch)
            return true;
        if (root is not { Kind: StageBaseKind.Image, Known: { Shell.IsEmpty: true, OperatingSystem: ContainerOperatingSystem.Linux }, Image: { IsTagKnown: true } image })
            return false;
        return root.Known.DotNet is not null
            || (image.CanonicalRepository.StartsWith("gcr.io/distroless/", StringComparison.Ordinal) && !(image.Tag?.Value ?? "").Contains("debug", StringComparison.Ordinal));
    }

    private static bool MayBringShell(DockerfileStage stage) =>
        DockerfileModel.Chain(stage).SelectMany(link => link.Instructions).Any(instruction => instruction.Syntax is FileTransferInstruction transfer && IsForPrograms(transfer.Destination.Value));

    private static bool IsForPrograms(string destination) =>
        destination is "/" or "." or "./" or "/usr" or "/usr/" || destination.StartsWith("/bin", StringComparison.Ordinal) || destination.StartsWith("/busybox", StringComparison.Ordinal)
        || destination.StartsWith("/usr/bin", StringComparison.Ordinal) || destination.StartsWith("/usr/local/bin", StringComparison.Ordinal) || destination.Contains('$');

    private static string ImageOf(DockerfileStage stage) => DockerfileModel.RootBase(stage).Image?.Text.Value ?? "scratch";
}
