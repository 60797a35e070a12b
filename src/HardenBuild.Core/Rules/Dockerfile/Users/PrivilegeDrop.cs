using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>Images that start as root on purpose and change to another user in their entry point.</summary>
internal static class PrivilegeDrop
{
    /// <summary>Whether the stage runs, or brings along, a program whose only purpose is to start another as a different user, or leaves such an entry point of its image in place.</summary>
    public static bool IsPrepared(DockerfileModel model, DockerfileStage stage)
    {
        var chain = new HashSet<DockerfileStage>(DockerfileModel.Chain(stage));
        return (DockerfileModel.RootBase(stage).Known is { ChangesUserAtStart: true } && !chain.Any(link => link.Instructions.Any(IsStart)))
            || model.Commands.Any(command => chain.Contains(command.Instruction.Stage) && command.Invocations.Any(Uses))
            || chain.Any(link => link.Instructions.Any(Copies));
    }

    // The official entry points change the user for their own server only, not for another command.
    private static bool IsStart(StageInstruction instruction) =>
        instruction is { IsTrigger: false, Syntax.Kind: InstructionKind.Cmd or InstructionKind.Entrypoint };

    private static bool Uses(Invocation invocation) =>
        IsTool(invocation.Name)
        || invocation.Wrappers.Any(wrapper => IsTool(wrapper.Name))
        || (invocation.Subcommand is "install" or "add" && invocation.Operands.Any(operand => IsTool(operand.Value)))
        || (invocation.Name is "curl" or "wget" && invocation.Words.Any(word => word.Prefix.EndsWith("/gosu", StringComparison.Ordinal)));

    private static bool Copies(StageInstruction instruction) =>
        instruction.Syntax is FileTransferInstruction transfer && transfer.Sources.Any(source => IsTool(FileName(source.Value)));

    private static bool IsTool(string? name) => name is "gosu" or "su-exec" or "setpriv" or "s6-setuidgid" or "setuidgid" or "fixuid";

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
