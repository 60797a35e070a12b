namespace HardenBuild.Syntax.Shell;

/// <summary>Tells which language a shell reads from the words that start it.</summary>
internal static class ShellDialects
{
    /// <summary>True when scripts of the dialect are parsed into a tree.</summary>
    public static bool IsParsed(this ShellDialect dialect) => dialect is ShellDialect.Posix or ShellDialect.Bash;

    /// <summary>The dialect of a program by path or name; options are not looked at.</summary>
    public static ShellDialect Recognise(string program) => ProgramName.Of(program).ToLowerInvariant() switch
    {
        "sh" or "dash" or "ash" => ShellDialect.Posix,
        "bash" or "rbash" or "ksh" or "ksh93" or "mksh" or "zsh" => ShellDialect.Bash,
        "powershell" or "pwsh" => ShellDialect.PowerShell,
        "cmd" => ShellDialect.Cmd,
        _ => ShellDialect.Unknown,
    };

    /// <summary>The dialect of a <c>SHELL</c> instruction's words, a shebang's words or an exec-form command; looks through <c>env</c> and <c>busybox</c>.</summary>
    public static ShellDialect Recognise(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (ProgramName.Of(word) is "env" or "busybox" || word is ['-', ..] || word.IndexOf('=') > 0)
                continue;
            return Recognise(word);
        }

        return ShellDialect.Unknown;
    }

    /// <summary>The dialect that a script's first line asks for; null when the line is no <c>#!</c> line.</summary>
    public static ShellDialect? RecogniseShebang(string text) => ShebangWords(text) is { } words ? Recognise(words) : null;

    /// <summary>The words of a script's <c>#!</c> line; null when its first line is none.</summary>
    public static IReadOnlyList<string>? ShebangWords(string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
            return null;
        var end = text.IndexOf('\n');
        var line = end < 0 ? text.Substring(2) : text.Substring(2, end - 2);
        return line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
