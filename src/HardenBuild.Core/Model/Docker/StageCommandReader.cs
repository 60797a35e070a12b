using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>Reads the commands of a file's instructions with the shell that is in force for each.</summary>
internal static class StageCommandReader
{
    public static ImmutableArray<StageCommand> Read(DockerfileModel model)
    {
        var commands = ImmutableArray.CreateBuilder<StageCommand>();
        foreach (var instruction in model.Instructions)
        {
            if (CommandOf(instruction.Syntax) is { } command)
                commands.Add(command.IsExecForm ? ReadExecForm(instruction, command) : ReadShellForm(model, instruction, command));
        }

        return commands.ToImmutable();
    }

    private static DockerfileCommand? CommandOf(DockerfileInstruction instruction) => instruction switch
    {
        CommandInstruction run => run.Command,
        HealthcheckInstruction healthcheck => healthcheck.Command,
        _ => null,
    };

    private static StageCommand ReadExecForm(StageInstruction instruction, DockerfileCommand command)
    {
        var words = new List<(string, TextSpan)>(command.Words.Length);
        foreach (var word in command.Words)
            words.Add((word.Value, word.Span));
        if (Invocation.FromWords(words) is not { } invocation)
            return new StageCommand(instruction, [], []);
        ImmutableArray<ShellScript> scripts = [.. invocation.NestedScripts()];
        return new StageCommand(instruction, scripts, [invocation, .. scripts.SelectMany(ScriptWalk.EnumerateInvocations)]);
    }

    private static StageCommand ReadShellForm(DockerfileModel model, StageInstruction instruction, DockerfileCommand command)
    {
        if (command.Script is not { Length: > 0 } text || !DialectOf(instruction, text).IsParsed())
            return new StageCommand(instruction, [], []);
        var form = instruction.Syntax.Heredocs is [var heredoc] && ReferenceEquals(heredoc.Body, text) ? ShellScriptForm.HereDocument : ShellScriptForm.Argument;
        ImmutableArray<ShellScript> scripts = [.. Parse(model.Source, text).RunBy(InterpreterOf(instruction, text), form).WithNestedScripts()];
        return new StageCommand(instruction, scripts, [.. scripts.SelectMany(ScriptWalk.EnumerateInvocations)]);
    }

    /// <summary>The builder runs a lone heredoc with a <c>#!</c> line as a program of its own.</summary>
    private static ShellDialect DialectOf(StageInstruction instruction, LogicalText text) =>
        (text[0] == '#' ? ShellDialects.RecogniseShebang(text.Text) : null) ?? ShellDialects.Recognise(instruction.State.Shell.Words);

    private static ShellInterpreter? InterpreterOf(StageInstruction instruction, LogicalText text) =>
        ShellInterpreter.FromWords((text[0] == '#' ? ShellDialects.ShebangWords(text.Text) : null) ?? instruction.State.Shell.Words);

    private static ShellScript Parse(SourceText source, LogicalText text)
    {
        if (text.Span.Length == text.Length)
            return ShellScript.Parse(source.Content, text.Span);
        var offsets = new int[text.Length + 1];
        for (var i = 0; i <= text.Length; i++)
            offsets[i] = text.MapToSource(i);
        return ShellScript.Parse(text.Text, SpanMap.FromOffsets(offsets));
    }
}
