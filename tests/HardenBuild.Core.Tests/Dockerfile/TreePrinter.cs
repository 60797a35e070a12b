using System.Text;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

/// <summary>Writes a tree so that a person can check it: one node a line, with line and character (zero-based).</summary>
internal sealed class TreePrinter
{
    private readonly StringBuilder _output = new();
    private readonly SourceText _source;

    private TreePrinter(SourceText source) => _source = source;

    public static string Print(DockerfileSyntax syntax)
    {
        var printer = new TreePrinter(syntax.Source);
        foreach (var directive in syntax.Directives)
            printer.Line(0, directive.Span, $"directive {directive.Name} = {directive.Value}");
        foreach (var comment in syntax.Comments)
            printer.Line(0, comment.Span, $"comment {Quote(comment.Text)}");
        foreach (var instruction in syntax.Instructions)
            printer.Instruction(0, instruction);
        return printer._output + PrintErrors(syntax);
    }

    public static string PrintErrors(DockerfileSyntax syntax)
    {
        var printer = new TreePrinter(syntax.Source);
        foreach (var error in syntax.Errors)
            printer.Line(0, error.Span, $"error {error.Message}");
        return printer._output.ToString();
    }

    private void Instruction(int depth, DockerfileInstruction instruction)
    {
        Line(depth, instruction.Span, $"{instruction.GetType().Name} {instruction.Kind}");
        foreach (var flag in instruction.Flags)
        {
            Line(depth + 1, flag.Span, $"flag {flag}{(flag.IsKnown ? "" : " (unknown)")}");
            foreach (var option in flag.Mount?.Options ?? [])
                Line(depth + 2, option.Span, $"mount {option.Key} = {option.Value?.Value ?? "(none)"}");
        }

        Arguments(depth + 1, instruction);
        foreach (var line in instruction.EmptyContinuationLines)
            Line(depth + 1, line, "empty continuation line");
        if (instruction is OnbuildInstruction)
            return;
        foreach (var heredoc in instruction.Heredocs)
        {
            var quality = $"{(heredoc.IsExpanded ? "" : " quoted")}{(heredoc.StripsTabs ? " tabs-stripped" : "")}{(heredoc.IsTerminated ? "" : " open")}";
            Line(depth + 1, heredoc.MarkerSpan, $"heredoc {heredoc.FileDescriptor}<<{heredoc.Name}{quality}");
            Line(depth + 2, heredoc.BodySpan, $"body {Quote(heredoc.Body.Text)}");
            Line(depth + 2, heredoc.TerminatorSpan, "terminator");
        }
    }

    private void Arguments(int depth, DockerfileInstruction instruction)
    {
        switch (instruction)
        {
            case FromInstruction from:
                Word(depth, "image", from.Image);
                if (from.Alias is { } alias)
                    Word(depth, "alias", alias);
                break;
            case CommandInstruction command:
                Command(depth, command.Command);
                break;
            case HealthcheckInstruction { Command: { } check }:
                Command(depth, check);
                break;
            case ShellInstruction shell:
                Words(depth, "word", shell.Words);
                break;
            case FileTransferInstruction transfer:
                Words(depth, "source", transfer.Sources);
                Word(depth, "destination", transfer.Destination);
                Malformed(depth, transfer.MalformedJson);
                break;
            case AssignmentInstruction assignments:
                foreach (var assignment in assignments.Assignments)
                    Line(depth, assignment.Span, $"{assignment.Name}{(assignment.IsLegacy ? " (blank) " : " = ")}{(assignment.Value is null ? "(none)" : Quote(assignment.Value.Value))}");
                break;
            case ExposeInstruction expose:
                Words(depth, "port", expose.Ports);
                break;
            case VolumeInstruction volume:
                Words(depth, "path", volume.Paths);
                Malformed(depth, volume.MalformedJson);
                break;
            case UserInstruction user:
                Word(depth, "user", user.User);
                break;
            case WorkdirInstruction workdir:
                Word(depth, "path", workdir.Path);
                break;
            case StopsignalInstruction stop:
                Word(depth, "signal", stop.Signal);
                break;
            case MaintainerInstruction maintainer:
                Word(depth, "author", maintainer.Author);
                break;
            case OnbuildInstruction onbuild:
                Instruction(depth, onbuild.Trigger);
                break;
            case MalformedInstruction malformed:
                Line(depth, malformed.KeywordSpan, $"malformed: {malformed.Reason}");
                break;
        }
    }

    private void Command(int depth, DockerfileCommand command)
    {
        if (command.IsExecForm)
            Line(depth, command.Text.Span, "exec form");
        else
            Line(depth, command.Text.Span, $"shell form {Quote(command.Script!.Text)}");
        Words(depth + 1, "word", command.Words);
        Malformed(depth, command.MalformedJson);
    }

    private void Malformed(int depth, SyntaxError? error)
    {
        if (error is { } malformed)
            Line(depth, malformed.Span, $"malformed JSON: {malformed.Message}");
    }

    private void Words(int depth, string role, IEnumerable<DockerfileWord> words)
    {
        foreach (var word in words)
            Word(depth, role, word);
    }

    private void Word(int depth, string role, DockerfileWord word) => Line(depth, word.Span, $"{role} {Quote(word.Value)}");

    private void Line(int depth, TextSpan span, string text)
    {
        var start = _source.GetLinePosition(span.Start);
        var end = _source.GetLinePosition(span.End);
        _output.Append(' ', depth * 2).Append(text).Append($"  [{start.Line}:{start.Character}-{end.Line}:{end.Character}]").Append('\n');
    }

    private static string Quote(string text) => $"'{text.Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t")}'";
}
