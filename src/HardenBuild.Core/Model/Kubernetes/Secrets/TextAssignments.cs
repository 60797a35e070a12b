namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Finds <c>name = value</c> and <c>name: value</c> in configuration of any format: properties, INI, YAML, JSON, shell.</summary>
/// <remarks>A reader for people's lines, not for grammars: what looks like code is left out. Linear in the text.</remarks>
internal static class TextAssignments
{
    public static IEnumerable<TextAssignment> Find(string text)
    {
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0)
                end = text.Length;
            foreach (var assignment in FindInLine(text, line, end > line && text[end - 1] == '\r' ? end - 1 : end))
                yield return assignment;
            line = end + 1;
        }
    }

    private static IEnumerable<TextAssignment> FindInLine(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        if (start >= end || IsComment(text, start, end))
            yield break;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('=' or ':') || Name(text, start, i) is not { } name)
                continue;
            var value = i + 1;
            // Walrus and arrow assign; comparisons and scopes do not.
            if (value < end && ((text[i] == ':' && text[value] == '=') || (text[i] == '=' && text[value] == '>')))
                value++;
            else if (value < end && text[value] is '=' or ':' or '~')
                continue;
            var isSpaced = value < end && text[value] is ' ' or '\t';
            while (value < end && text[value] is ' ' or '\t')
                value++;
            if (value >= end || (text[i] == ':' && text[value] == '/' && value + 1 < end && text[value + 1] == '/'))
                continue;
            if (Value(text, value, end, text[i] == ':' && isSpaced) is not { } found)
                continue;
            yield return new TextAssignment(name, text.Substring(found.Start, found.Length), found.Start);
            i = found.Start + found.Length - 1;
        }
    }

    private static bool IsComment(string text, int start, int end) =>
        text[start] is '#' or ';' or '*' or '%'
        || (start + 1 < end && (text[start], text[start + 1]) is ('/', '/') or ('/', '*') or ('-', '-') && !(start + 2 < end && char.IsLetter(text[start + 2])))
        || string.CompareOrdinal(text, start, "<!--", 0, 4) == 0;

    /// <summary>The name that ends before an operator; null where something else stands there, or words of a sentence before it.</summary>
    private static string? Name(string text, int lineStart, int index)
    {
        var end = index;
        while (end > lineStart && text[end - 1] is ' ' or '\t')
            end--;
        var quote = end > lineStart && text[end - 1] is '"' or '\'' ? text[end - 1] : '\0';
        if (quote != '\0')
            end--;
        var start = end;
        while (start > lineStart && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
            start--;
        if (start == end || (quote != '\0' && (start == lineStart || text[start - 1] != quote)))
            return null;
        if (quote == '\0' && text[index] == ':' && IsInSentence(text, lineStart, start))
            return null;
        return text.Substring(start, end - start).TrimStart('-');
    }

    /// <summary>A bare word stands before the name: 'enter the password: '.</summary>
    private static bool IsInSentence(string text, int lineStart, int start)
    {
        var before = start;
        while (before > lineStart && text[before - 1] is ' ' or '\t')
            before--;
        return before > lineStart && before < start && (char.IsLetterOrDigit(text[before - 1]) || text[before - 1] is '.' or ',' or ')' or '\'' or '"');
    }

    /// <param name="text">The text.</param>
    /// <param name="start">The first character of the value.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="isYaml">A bare value goes on to the end of the line, comments excepted.</param>
    private static (int Start, int Length)? Value(string text, int start, int end, bool isYaml)
    {
        if (text[start] is '"' or '\'')
        {
            var close = start + 1;
            while (close < end && text[close] != text[start])
                close += text[close] == '\\' ? 2 : 1;
            return close < end ? (start + 1, close - start - 1) : null;
        }

        var stop = start;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not (',' or ';' or '"' or '\'' or '&' or '|'))
            stop++;
        if (stop == start || text[start] == '$' || IsCode(text, start, stop) || (isYaml && HasMore(text, stop, end)))
            return null;
        return (start, stop - start);
    }

    /// <summary>A call, an index, a member of a variable.</summary>
    private static bool IsCode(string text, int start, int stop)
    {
        var isMember = false;
        for (var i = start; i < stop; i++)
        {
            if (text[i] is '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' or '\\')
                return true;
            isMember |= text[i] == '.' && i > start && i + 1 < stop && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
        }

        return isMember && SecretSettings.Evidence(text.Substring(start, stop - start)) != SecretEvidence.None;
    }

    private static bool HasMore(string text, int stop, int end)
    {
        while (stop < end && text[stop] is ' ' or '\t')
            stop++;
        return stop < end && text[stop] is not ('#' or ',' or '}');
    }
}
