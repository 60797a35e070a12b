using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>Images that hold a language's interpreter and no application: others build upon them and choose the user.</summary>
internal static class LanguageImage
{
    /// <summary>Whether the stage itself starts an interpreter in exec form without a program for it, as <c>CMD ["python3"]</c> does.</summary>
    public static bool IsOne(DockerfileModel model, DockerfileStage stage)
    {
        var last = model.Commands.LastOrDefault(command =>
            command.Instruction is { IsTrigger: false, Syntax.Kind: InstructionKind.Cmd } && command.Instruction.Stage == stage);
        return last is { Instruction.Syntax: CmdInstruction { Command.IsExecForm: true }, Invocations: [{ Words.IsEmpty: true, Name: { } name }] }
            && name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.') is "python" or "pypy" or "node" or "ruby" or "irb" or "perl" or "jshell" or "ghci" or "iex" or "julia";
    }
}
