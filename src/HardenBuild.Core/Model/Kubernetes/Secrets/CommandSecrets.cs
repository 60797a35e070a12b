using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Literal secrets on the command line of a container.</summary>
internal static class CommandSecrets
{
    public static IEnumerable<LocatedSecret> Find(Container container)
    {
        var words = new List<YamlScalar>();
        foreach (var field in (string[])["command", "args"])
        {
            foreach (var item in container.Root[field]?.AsSequence?.Items ?? [])
            {
                if (item.AsScalar is { } word)
                    words.Add(word);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (LiteralSecret.FindToken(words[i]) is { } token)
            {
                yield return token;
                continue;
            }

            foreach (var secret in IsScript(words[i].Value) ? InScript(words[i]) : InOption(words, i))
                yield return secret;
        }
    }

    private static bool IsScript(string word) => word.IndexOfAny([' ', '\n', '\t']) >= 0;

    /// <summary><c>--password=value</c>, or an option and the word after it.</summary>
    private static IEnumerable<LocatedSecret> InOption(List<YamlScalar> words, int index)
    {
        var (word, text) = (words[index], words[index].Value);
        var equals = text.IndexOf('=');
        if (equals > 0 && IsName(text, equals))
        {
            if (Judge(text.Substring(0, equals), text.Substring(equals + 1)) is { } kind)
                yield return new LocatedSecret($"the value of '{text.Substring(0, equals)}'", word.LocationOf(equals + 1, text.Length - equals - 1), kind);
        }
        else if (text.Length > 2 && text[0] == '-' && equals < 0 && index + 1 < words.Count && words[index + 1] is var next && next.Value is not ['-', ..]
            && Judge(text, next.Value) is { } kind)
        {
            yield return new LocatedSecret($"the value of '{text}'", new SourceLocation(next.Source, next.ContentSpan), kind);
        }
    }

    private static IEnumerable<LocatedSecret> InScript(YamlScalar script)
    {
        foreach (var assignment in TextAssignments.Find(script.Value))
        {
            if (assignment.Start > 0 && IsAfterEquals(script.Value, assignment.Start) && Judge(assignment.Name, assignment.Value) is { } kind)
                yield return new LocatedSecret($"the value of '{assignment.Name}'", script.LocationOf(assignment.Start, assignment.Value.Length), kind);
        }
    }

    private static bool IsAfterEquals(string text, int start) => text[start - 1] == '=' || (start > 1 && text[start - 1] is '"' or '\'' && text[start - 2] == '=');

    private static bool IsName(string text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    // '--tls-secret=name' names an object of the cluster, whose characters are few; a client's secret is none.
    private static SecretValue? Judge(string option, string value)
    {
        var kind = SecretValues.Classify(option, value);
        var isObject = SettingWords.Split(option) is [.., "secret" or "secrets" or "credential" or "credentials"] words && !words.Contains("client") && IsObjectName(value);
        return kind == SecretValue.None || isObject ? null : kind;
    }

    private static bool IsObjectName(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '/'))
                return false;
        }

        return true;
    }
}
