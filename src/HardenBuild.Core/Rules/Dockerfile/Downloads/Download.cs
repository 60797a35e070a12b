using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A URL that curl, wget or ADD fetches while the image is built.</summary>
/// <param name="Text">As written, with the variables of ENV and ARG resolved.</param>
/// <param name="Span">The URL.</param>
internal sealed record Download(StageInstruction Instruction, string Text, RemoteUrl Url, TextSpan Span)
{
    /// <summary>The RUN; null for ADD.</summary>
    public StageCommand? Command { get; private init; }

    /// <summary>curl or wget; null for ADD.</summary>
    public Invocation? Program { get; private init; }

    /// <summary>The file that the program is told to write; null when it is not, and for ADD.</summary>
    public string? Output { get; private init; }

    public static IEnumerable<Download> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not AddInstruction add)
                continue;
            foreach (var source in add.Sources)
            {
                if (add.HeredocOf(source) is null && model.Expand(source, instruction.State).Partial?.Text is { } text && RemoteUrl.Parse(text) is { } url)
                    yield return new Download(instruction, text, url, source.Span);
            }
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var program in command.Invocations)
            {
                foreach (var word in UrlsOf(program))
                {
                    var text = ResolvedWord.Of(word, command.Instruction.State);
                    if (RemoteUrl.Parse(text) is { } url)
                        yield return new Download(command.Instruction, text, url, word.Span) { Command = command, Program = program, Output = OutputOf(program) };
                }
            }
        }
    }

    private static ImmutableArray<CommandWord> UrlsOf(Invocation program)
    {
        if (program.Name is not ("curl" or "wget"))
            return [];
        return program.FindOption("--url")?.ValueWord is { } url ? program.Operands.Add(url) : program.Operands;
    }

    private static string? OutputOf(Invocation program) =>
        program.FindOption(program.Is("curl") ? ["-o", "--output"] : ["-O", "--output-document"]) is { HasValue: true } output
            ? output.Value ?? output.ValuePrefix
            : null;
}
