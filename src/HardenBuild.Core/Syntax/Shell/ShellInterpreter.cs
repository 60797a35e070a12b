namespace HardenBuild.Syntax.Shell;

/// <summary>The shell that runs a script, and the options it is started with.</summary>
/// <param name="Name">Without folder and <c>.exe</c>, in lower case.</param>
internal sealed record ShellInterpreter(string Name, ShellDialect Dialect)
{
    /// <summary>Whether the shell ends at the first command that fails: <c>-e</c>, <c>-o errexit</c>.</summary>
    public bool ExitsOnError { get; init; }

    /// <summary>Whether a pipeline fails when any of its commands does: <c>-o pipefail</c>.</summary>
    public bool HasPipefail { get; init; }

    /// <summary>The shell of a <c>SHELL</c> instruction's words, a shebang's words or a command; looks through <c>env</c> and <c>busybox</c>. Null for other programs.</summary>
    public static ShellInterpreter? FromWords(IReadOnlyList<string> words)
    {
        var program = 0;
        while (program < words.Count && IsBeforeProgram(words[program]))
            program++;
        if (program == words.Count || ShellDialects.Recognise(words[program]) is var dialect && dialect == ShellDialect.Unknown)
            return null;

        var exitsOnError = false;
        var hasPipefail = false;
        for (var i = program + 1; i < words.Count && words[i] is ['-', ..]; i++)
        {
            var word = words[i];
            if (word.StartsWith("--", StringComparison.Ordinal))
                continue;
            exitsOnError |= word.Contains('e');
            if (word.Contains('o') && i + 1 < words.Count)
            {
                i++;
                exitsOnError |= words[i] == "errexit";
                hasPipefail |= words[i] == "pipefail";
            }
        }

        return new ShellInterpreter(ProgramName.Of(words[program]).ToLowerInvariant(), dialect) { ExitsOnError = exitsOnError, HasPipefail = hasPipefail };
    }

    private static bool IsBeforeProgram(string word) => ProgramName.Of(word) is "env" or "busybox" || word is ['-', ..] || word.IndexOf('=') > 0;
}
