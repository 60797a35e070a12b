using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>Places where an instruction writes to paths of the image, as far as its own text tells.</summary>
internal static class VolumeWrites
{
    /// <summary>Normalised absolute paths and the words that name them.</summary>
    public static IEnumerable<(string Path, TextSpan Span)> Of(DockerfileModel model, StageInstruction instruction)
    {
        // A working directory is made anew when the container starts; only what lies in it is lost.
        if (instruction.Syntax is FileTransferInstruction transfer && ContainerPaths.Resolve(model, transfer.Destination, instruction.State) is { } destination)
            yield return (destination, transfer.Destination.Span);
    }

    /// <inheritdoc cref="Of(DockerfileModel, StageInstruction)"/>
    public static IEnumerable<(string Path, TextSpan Span)> Of(StageCommand command)
    {
        foreach (var invocation in command.Invocations)
        {
            foreach (var word in Targets(invocation))
            {
                if (HostPath.Normalize(word.Prefix) is { } path)
                    yield return (path, word.Span);
            }
        }

        foreach (var script in command.Scripts)
        {
            foreach (var redirection in ShellWalk.Below<Redirection>(script))
            {
                if (redirection is { Operator: RedirectionOperator.Output or RedirectionOperator.Append or RedirectionOperator.Clobber, Target: { } target }
                    && HostPath.Normalize(target.LiteralPrefix) is { } path)
                {
                    yield return (path, target.Span);
                }
            }
        }
    }

    private static IEnumerable<CommandWord> Targets(Invocation invocation) => invocation.Name switch
    {
        "mkdir" or "touch" or "rm" or "rmdir" or "tee" or "truncate" => invocation.Operands,
        "chown" or "chmod" or "chgrp" => invocation.Operands.Skip(1),
        "cp" or "mv" or "ln" or "install" or "rsync" => invocation.Operands.Skip(Math.Max(1, invocation.Operands.Length - 1)),
        _ => [],
    };
}
