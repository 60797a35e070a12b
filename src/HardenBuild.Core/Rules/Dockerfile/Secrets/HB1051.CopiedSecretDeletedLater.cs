using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>A copied file is deleted, but stays in the layer that copied it.</summary>
internal sealed class CopiedSecretDeletedLater() : DockerfileRule("HB1051", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var chain = new TargetChain(model);
        var copied = new Dictionary<(DockerfileStage, string), DockerfileWord>();
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction { From: null, Heredocs.IsEmpty: true } transfer && chain.Holds(instruction))
                AddFiles(copied, model, instruction, transfer);
        }

        if (copied.Count == 0)
            yield break;
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var rm in command.Invocations.Where(invocation => invocation.Name is "rm" or "shred" or "unlink"))
            {
                foreach (var operand in rm.Operands)
                {
                    if (operand.Value is not { } file || Resolve(file, command.Instruction.State) is not { } path
                        || !copied.TryGetValue((command.Instruction.Stage, path), out var source) || source.Span.Start > operand.Span.Start)
                    {
                        continue;
                    }

                    var finding = ReportIn(command.Instruction.Stage, model.Source.At(operand.Span), file) with { Related = [new RelatedLocation(model.Source.At(source.Span), "Copied here")] };
                    yield return SecretFiles.IsCredentials(source.Value) || SecretFiles.IsCredentials(path) ? finding : finding with { AtMost = RuleSeverity.Suggestion };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CopiedSecretDeletedLater),
        Title = "Deleted file stays in the layer that copied it",
        MessageFormat = "Deleting '{0}' does not take it out of the image: everyone who can pull it can read the layer below; mount the file with '--mount=type=secret' or '--mount=type=bind' instead of copying it",
        Rationale = "Each instruction makes a layer of its own. A later 'rm' only hides the file, the layer with its content is still pulled, stored and readable.",
        WhenToIgnore = "When the file is neither secret nor large.",
        CatalogueSlugs = ["copied-secret-deleted-later"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY nuget.key /tmp/nuget.key\nRUN dotnet restore && rm [|/tmp/nuget.key|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=nuget,target=/tmp/nuget.key,required=true dotnet restore\n")],
        ComparedWith = "A file whose name does not say that it holds credentials is a suggestion: it only makes the image larger.",
    };

    private static void AddFiles(Dictionary<(DockerfileStage, string), DockerfileWord> copied, DockerfileModel model, StageInstruction instruction, FileTransferInstruction transfer)
    {
        if (model.Expand(transfer.Destination, instruction.State).Text is not { } destination || Resolve(destination, instruction.State) is not { } target)
            return;
        foreach (var source in transfer.Sources)
        {
            var name = source.Value.TrimEnd('/');
            name = name.Substring(name.LastIndexOf('/') + 1);
            if (name.Length == 0 || name.IndexOfAny(['*', '?', '$']) >= 0 || name is "." or "..")
                continue;
            copied[(instruction.Stage, target)] = source;
            copied[(instruction.Stage, target == "/" ? "/" + name : $"{target}/{name}")] = source;
        }
    }

    /// <summary>The absolute path without a slash at its end; null when the working directory is not known.</summary>
    private static string? Resolve(string path, StageState state)
    {
        var plain = path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path == "." ? "" : path;
        if (plain is ['/', ..])
            return plain.Length == 1 ? plain : plain.TrimEnd('/');
        var folder = state.Workdir is null ? "/" : state.Workdir.Value;
        if (folder is null || folder.Length > 1024)
            return null;
        return (folder.TrimEnd('/') + "/" + plain).TrimEnd('/') is { Length: > 0 } joined ? joined : "/";
    }
}
