using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Finds interpreters that are given what a download prints.</summary>
internal static class RemoteScripts
{
    /// <summary>The download and the interpreter that runs it, for every such pair of a script.</summary>
    public static IEnumerable<(Invocation Download, Invocation Interpreter)> In(ShellScript script)
    {
        foreach (var pipeline in script.EnumeratePipelines())
        {
            if (FindPiped(pipeline) is { } piped)
                yield return piped;
        }

        foreach (var command in script.EnumerateCommands())
        {
            if (Invocation.From(command) is { } interpreter && SubstitutionOf(interpreter, command) is { } body && FindDownload(body) is { } download)
                yield return (download, interpreter);
        }
    }

    /// <summary><c>curl ... | tee file | bash</c></summary>
    private static (Invocation, Invocation)? FindPiped(Pipeline pipeline)
    {
        Invocation? download = null;
        foreach (var command in pipeline.Commands)
        {
            var invocation = command is SimpleCommand simple ? Invocation.From(simple) : null;
            if (download is not null && invocation is not null && ReadsProgram(invocation))
                return (download, invocation);
            if (invocation is not null && Downloads(invocation))
                download = invocation;
            else if (invocation?.Name is not ("cat" or "tee" or "tac"))
                download = null;
        }

        return null;
    }

    /// <summary>curl and wget that print what they fetch.</summary>
    private static bool Downloads(Invocation invocation) => invocation.Name switch
    {
        "curl" => invocation.FindOption("-o", "--output", "-O", "--remote-name", "--remote-name-all", "-I", "--head") is not { } option
            || (option.Name is "-o" or "--output" && option.Value is "-" or "/dev/stdout"),
        "wget" => invocation.OptionValue("-O", "--output-document") is "-" or "/dev/stdout",
        _ => false,
    };

    /// <summary>An interpreter without a script of its own runs its input.</summary>
    private static bool ReadsProgram(Invocation invocation)
    {
        if (!IsInterpreter(invocation.Name) || invocation.FindOption("-c", "-e", "-E", "-m", "-p", "-n", "--eval", "--print", "-Command", "-File") is { } option
            && !(IsShell(invocation.Name) && option.Name is "-e" or "-E" or "-m" or "-n"))
        {
            return false;
        }

        return invocation.Operands.IsEmpty || invocation.Operands[0].Value is "-" or "/dev/stdin" || (IsShell(invocation.Name) && invocation.HasShortFlag('s'));
    }

    /// <summary>The commands whose output is the program: <c>bash &lt;(...)</c>, <c>sh -c "$(...)"</c>, <c>eval $(...)</c>, <c>bash &lt;&lt;&lt; "$(...)"</c>.</summary>
    private static ShellList? SubstitutionOf(Invocation interpreter, SimpleCommand command)
    {
        var isSource = interpreter.Name is "source" or ".";
        if (!isSource && interpreter.Name != "eval" && !IsInterpreter(interpreter.Name))
            return null;
        if (interpreter.Operands is [{ Syntax: { } word }, ..])
        {
            if ((isSource || IsInterpreter(interpreter.Name)) && word.Parts is [ProcessSubstitution { IsInput: true } file, ..])
                return file.Body;
            if (interpreter.Name == "eval" || interpreter.FindOption("-c", "-e", "--eval") is not null)
                return OutputOf(word);
        }

        foreach (var option in interpreter.FindOptions("-c", "-e", "--eval"))
        {
            if (option.ValueWord?.Syntax is { } program)
                return OutputOf(program);
        }

        foreach (var redirection in command.Redirections)
        {
            if (redirection is { Operator: RedirectionOperator.HereString, Target: { } text })
                return OutputOf(text);
            if (redirection is { Operator: RedirectionOperator.Input, Target.Parts: [ProcessSubstitution { IsInput: true } input, ..] })
                return input.Body;
        }

        return null;
    }

    /// <summary>The substitution that a word begins with: the program is its output, not an argument somewhere in it.</summary>
    private static ShellList? OutputOf(ShellWord word) => word.Parts switch
    {
        [CommandSubstitution output, ..] => output.Body,
        [DoubleQuotedPart { Parts: [CommandSubstitution output, ..] }, ..] => output.Body,
        _ => null,
    };

    private static Invocation? FindDownload(ShellList body)
    {
        foreach (var item in body.Items)
        {
            if (item.Pipeline.Commands is [SimpleCommand command] && Invocation.From(command) is { } invocation && Downloads(invocation))
                return invocation;
        }

        return null;
    }

    private static bool IsInterpreter(string? name) =>
        IsShell(name) || name is "pwsh" or "powershell" or "perl" or "ruby" or "node" || (name?.StartsWith("python", StringComparison.Ordinal) ?? false);

    private static bool IsShell(string? name) => name is not null && ShellDialects.Recognise(name).IsParsed();
}
