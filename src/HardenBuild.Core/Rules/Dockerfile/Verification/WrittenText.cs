using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>Text that an instruction puts into a file: <c>echo</c>, <c>printf</c>, <c>cat</c> and <c>tee</c> with a target, <c>sed</c>, or a heredoc of COPY.</summary>
/// <param name="Path">The file; the start of it when the rest is not known.</param>
/// <param name="Span">Where the text stands.</param>
internal sealed record WrittenText(StageInstruction Instruction, string Path, string Text, TextSpan Span)
{
    // Values of interest are short; a longer run would be read once for each key in it.
    private const int MaxValue = 64;

    public static IEnumerable<WrittenText> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not FileTransferInstruction { Heredocs.IsEmpty: false } transfer)
                continue;
            foreach (var heredoc in transfer.Heredocs)
                yield return new WrittenText(instruction, transfer.Destination.Value, heredoc.Body.Text, heredoc.BodySpan);
        }

        foreach (var command in model.Commands)
        {
            for (var i = 0; i < command.Invocations.Length; i++)
            {
                foreach (var written in Of(command, i))
                    yield return written;
            }
        }
    }

    /// <summary>Every value given to a key, as <c>key=value</c>, <c>key = value</c> or <c>key "value"</c>, and where it stands.</summary>
    public IEnumerable<(string Value, TextSpan Span)> SettingsOf(SourceText source, string key)
    {
        for (var at = Text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = Text.IndexOf(key, at + key.Length, StringComparison.OrdinalIgnoreCase))
        {
            var start = Skip(at + key.Length, static c => c is ' ' or '\t' or '=' or '"' or '\'' or ':');
            var end = Skip(start, static c => char.IsLetterOrDigit(c) || c is '.' or '_' or '@' or '-' or '=' or ':');
            if (IsKeyStart(at) && start > at + key.Length && end > start)
                yield return (Text.Substring(start, end - start), SpanOf(source, at, end - at));
        }
    }

    /// <summary>The file's text behind a part of <see cref="Text"/>; all of it when quotes or escapes shift the characters.</summary>
    public TextSpan SpanOf(SourceText source, int start, int length)
    {
        var at = source.Content.IndexOf(Text.Substring(start, length), Span.Start, Span.Length, StringComparison.Ordinal);
        return at < 0 ? Span : new TextSpan(at, length);
    }

    private static IEnumerable<WrittenText> Of(StageCommand command, int index)
    {
        var invocation = command.Invocations[index];
        if (invocation.Name is "sed")
            return SedReplacement.Of(command.Instruction, invocation);
        if (invocation.Name is not ("echo" or "printf" or "cat" or "tee") || PathOf(command, index) is not { } path)
            return [];
        return invocation.Name is "echo" or "printf"
            ? invocation.Words.Select(word => new WrittenText(command.Instruction, path, word.Value ?? word.Prefix, word.Span))
            : HereDocumentsOf(invocation).Select(lines => new WrittenText(command.Instruction, path, lines.Text, lines.Span));
    }

    private static string? PathOf(StageCommand command, int index)
    {
        var invocation = command.Invocations[index];
        foreach (var redirection in invocation.Syntax?.Redirections ?? [])
        {
            if (redirection is { Operator: RedirectionOperator.Output or RedirectionOperator.Append or RedirectionOperator.Clobber, Target: { } target }
                && redirection.FileDescriptor is null or 1)
            {
                return target.LiteralPrefix;
            }
        }

        // `echo ... | tee file`: the programs of a pipeline follow one another.
        var writer = invocation.Is("tee") ? invocation : index + 1 < command.Invocations.Length ? command.Invocations[index + 1] : null;
        return writer is { Name: "tee", Operands: [var file, ..] } ? file.Prefix : null;
    }

    private static IEnumerable<HereDocument> HereDocumentsOf(Invocation invocation)
    {
        foreach (var redirection in invocation.Syntax?.Redirections ?? [])
        {
            if (redirection.HereDocument is { } lines)
                yield return lines;
        }
    }

    private int Skip(int from, Func<char, bool> isSkipped)
    {
        var end = from;
        while (end < Text.Length && end - from < MaxValue && isSkipped(Text[end]))
            end++;
        return end;
    }

    /// <summary>Not within a longer name; the letter of <c>\n</c> ends a line.</summary>
    private bool IsKeyStart(int at) =>
        at == 0 || !(char.IsLetterOrDigit(Text[at - 1]) || Text[at - 1] is '_' or '-' or '#') || (at > 1 && Text[at - 2] == '\\' && Text[at - 1] is 'n' or 't');
}
