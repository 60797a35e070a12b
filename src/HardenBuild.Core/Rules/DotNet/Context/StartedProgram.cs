using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>What the container starts: <c>X.dll</c> given to <c>dotnet</c>, or a program by its path.</summary>
/// <param name="Word">The word that names it.</param>
/// <param name="FileName">The name without folder.</param>
/// <param name="IsLibrary">Whether <c>dotnet</c> is to run it.</param>
internal sealed record StartedProgram(StageCommand Command, CommandWord Word, string FileName, bool IsLibrary)
{
    /// <summary>By ENTRYPOINT, else by CMD, of the target stage or the stages it builds upon; null when it is not known.</summary>
    public static StartedProgram? Of(DockerfileModel model)
    {
        foreach (var kind in new[] { InstructionKind.Entrypoint, InstructionKind.Cmd })
        {
            foreach (var stage in DockerfileModel.Chain(model.TargetStage!))
            {
                var command = model.Commands.LastOrDefault(command => !command.Instruction.IsTrigger && command.Instruction.Stage == stage && command.Instruction.Syntax.Kind == kind);
                if (command is not null)
                    return command.Invocations is [var only] ? Read(command, only) : null;
            }
        }

        return null;
    }

    private static StartedProgram? Read(StageCommand command, Invocation invocation)
    {
        if (!invocation.Is("dotnet"))
            return invocation.NameWord.Value is { } path && path.Contains('/') ? new StartedProgram(command, invocation.NameWord, NameOf(path), IsLibrary: false) : null;
        foreach (var word in invocation.Words)
        {
            if (word.Value is not { } value)
                return null;
            if (value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                return new StartedProgram(command, word, NameOf(value), IsLibrary: true);
        }

        return null;
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
