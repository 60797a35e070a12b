using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>A place where files are given a mode: <c>chmod</c>, <c>install -m</c>, <c>mkdir -m</c>, or <c>--chmod</c> of COPY and ADD.</summary>
/// <param name="Text">The mode as written.</param>
/// <param name="Paths">What gets the mode, as far as it is known.</param>
internal sealed record ModeChange(StageInstruction Instruction, string Text, FileMode Mode, TextSpan Span, ImmutableArray<string> Paths)
{
    /// <summary>Whether folders get the mode, alone or among others.</summary>
    public bool IsAboutFolders { get; private init; }

    public static IEnumerable<ModeChange> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction transfer && transfer.FindFlag("chmod")?.Value is { } word
                && model.Expand(word, instruction.State).Text is { } text && FileMode.Parse(text) is { } mode)
            {
                yield return new ModeChange(instruction, text, mode, word.Span, [model.Expand(transfer.Destination, instruction.State).Text ?? ""]);
            }
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            var created = new HashSet<string>(StringComparer.Ordinal);
            foreach (var invocation in command.Invocations)
            {
                if (invocation.Is("mkdir"))
                    created.UnionWith(PathsOf(invocation.Operands, first: 0));
                if (Read(command.Instruction, invocation) is { } change)
                    yield return change with { IsAboutFolders = change.IsAboutFolders || change.Paths.All(path => path is [.., '/'] || created.Contains(path)) };
            }
        }
    }

    private static ModeChange? Read(StageInstruction instruction, Invocation invocation)
    {
        if (invocation.Is("chmod"))
        {
            return invocation.Operands is [{ Value: { } text } word, ..] && FileMode.Parse(text) is { } mode
                ? new ModeChange(instruction, text, mode, word.Span, PathsOf(invocation.Operands, first: 1)) { IsAboutFolders = invocation.FindOption("-R", "--recursive") is not null }
                : null;
        }

        if (invocation.Name is not ("install" or "mkdir") || invocation.FindOption("-m", "--mode") is not { Value: { } value } option)
            return null;
        var isFolder = invocation.Is("mkdir") || invocation.FindOption("-d", "--directory") is not null;
        return FileMode.Parse(value) is { } given
            ? new ModeChange(instruction, value, given, option.ValueSpan, PathsOf(invocation.Operands, first: 0)) { IsAboutFolders = isFolder }
            : null;
    }

    private static ImmutableArray<string> PathsOf(ImmutableArray<CommandWord> operands, int first)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        for (var i = first; i < operands.Length; i++)
            paths.Add(operands[i].Value ?? operands[i].Prefix);
        return paths.ToImmutable();
    }
}
