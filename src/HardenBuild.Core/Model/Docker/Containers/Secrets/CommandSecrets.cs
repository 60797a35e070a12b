using System.Collections.Immutable;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers.Secrets;

/// <summary>Literal secrets in the words of a command: tokens, passwords in addresses, values of options that take a password.</summary>
internal static class CommandSecrets
{
    private static readonly string[] PasswordOptions = ["requirepass", "masterauth"];

    private static readonly string[] MySqlPrograms = ["mysql", "mysqladmin", "mysqldump", "mysqlcheck", "mariadb", "mariadb-admin", "mariadb-dump", "mysqld"];

    /// <param name="words">The words of one command; scripts among them are taken apart.</param>
    public static IEnumerable<ContainerSecret> Find(ImmutableArray<Located<string>> words)
    {
        string? program = null;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (IsScript(word.Value))
            {
                foreach (var secret in FindInScript(word))
                    yield return secret;
                continue;
            }

            if (word.Value is not ['-', ..])
                program = ProgramName.Of(word.Value) is var name && Array.IndexOf(MySqlPrograms, name) >= 0 ? name : program;
            if ((ContainerSecret.OfKnownForm(word) ?? FindInOption(words, i) ?? FindAttached(word, program)) is { } found)
                yield return found;
        }
    }

    private static bool IsScript(string word) => word.IndexOfAny([' ', '\n', '\t']) >= 0;

    private static IEnumerable<ContainerSecret> FindInScript(Located<string> script)
    {
        var (source, span) = (script.Location.Source, script.Location.Span);
        var map = LocatedText.ContentSpan(script) is { } content ? SpanMap.FromStart(content.Start, content.Length) : SpanMap.ToWhole(span);
        foreach (var command in ShellScript.Parse(script.Value, map).EnumerateCommands())
        {
            // A word that holds blanks in a script is text of some other language.
            var words = command.Words.Select(word => new Located<string>(word.LiteralValue ?? word.Text, source.At(word.Span))).Where(word => !IsScript(word.Value));
            foreach (var secret in Find([.. words]))
                yield return secret;
        }
    }

    /// <summary><c>--password=value</c>, or an option and the word after it.</summary>
    private static ContainerSecret? FindInOption(ImmutableArray<Located<string>> words, int index)
    {
        var word = words[index];
        if (word.Value is not ['-', _, _, ..])
            return null;
        var equals = word.Value.IndexOf('=');
        if (equals > 0)
            return Judge(word.Value.Substring(0, equals), word, equals + 1);
        return index + 1 < words.Length && words[index + 1] is { Value: not ['-', ..] } next && !IsScript(next.Value) ? Judge(word.Value, next, 0) : null;
    }

    /// <summary><c>-psecret</c> of MySQL's programs.</summary>
    private static ContainerSecret? FindAttached(Located<string> word, string? program) =>
        program is not null && word.Value is ['-', 'p', not '=', ..] && word.Value.Length > 3 ? Judge("--password", word, 2) : null;

    private static ContainerSecret? Judge(string option, Located<string> word, int start)
    {
        var name = option.TrimStart('-');
        var isPassword = Array.IndexOf(PasswordOptions, name) >= 0;
        var value = word.Value.Substring(start);
        if (!(isPassword || ContainerSecret.IsSecretName(name)) || value.Length == 0 || IsFilledIn(value))
            return null;
        return ContainerSecret.Of(isPassword ? "password" : name, new Located<string>(value, LocatedText.Part(word, new TextSpan(start, value.Length)))) is { } secret
            ? secret with { Kind = $"the value of '{option}'" }
            : null;
    }

    // Variables of the shell and of Compose, '$$' among them, and templates.
    private static bool IsFilledIn(string value) => value.Contains('$') || value.StartsWith("{{", StringComparison.Ordinal) || value[0] is '<' or '`' or '%';
}
