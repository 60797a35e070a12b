using HardenBuild.Syntax.Yaml.Events;
using HardenBuild.Text;
using YamlDotNet.Core;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Turns the scanner's complaints into errors at a token.</summary>
internal static class YamlSyntaxErrors
{
    private const string Tab = "A tab indents this line; YAML allows only spaces there";

    /// <param name="reader">What was read: tells the places of the exception's marks.</param>
    /// <param name="notBefore">End of what was read without an error.</param>
    public static SyntaxError From(YamlException exception, string text, YamlEventReader reader, int notBefore)
    {
        var offset = reader.Offset(exception.Start.Index);
        if (offset < notBefore || offset == reader.RestStart)
            offset = SkipMarker(text, YamlSpans.SkipBlanks(text, Math.Max(offset, notBefore)));
        var reach = reader.Offset(exception.End.Index);
        if (FindIndentingTab(text, offset, Math.Max(reach, offset)) is { } tab)
            return new SyntaxError(tab, Tab);
        if (exception.Message.Contains("expected <document ", StringComparison.Ordinal))
            return new SyntaxError(Token(text, offset), "This text follows the end of the document; correct it, or start a new document with '---'");
        var message = exception.Message.TrimEnd('.', ' ');
        return new SyntaxError(Token(text, offset), $"This is not YAML: {Lower(message)}");
    }

    public static SyntaxError BadEscape(string text, int lastEnd)
    {
        var escape = text.IndexOf('\\', lastEnd);
        return escape < 0
            ? Unreadable(text, lastEnd)
            : new SyntaxError(Token(text, escape), "The escape does not name a Unicode character");
    }

    public static SyntaxError Unreadable(string text, int lastEnd)
    {
        var token = lastEnd;
        while (token < text.Length && text[token] is ' ' or '\t' or '\r' or '\n' or ',')
            token++;
        return new SyntaxError(Token(text, token), "This is not YAML: the text cannot be read from here on");
    }

    // The marker between two documents belongs to neither of them.
    private static int SkipMarker(string text, int offset)
    {
        const string Marker = "---";
        var end = offset + Marker.Length;
        var isMarker = string.CompareOrdinal(text, offset, Marker, 0, Marker.Length) == 0 && end < text.Length && char.IsWhiteSpace(text[end]);
        return isMarker ? YamlSpans.SkipBlanks(text, end) : offset;
    }

    // The scanner complains at the collection or the scalar before the tab: the tab is on the error's line or on the next one with content.
    private static TextSpan? FindIndentingTab(string text, int offset, int reach)
    {
        var line = offset;
        while (line > 0 && text[line - 1] is not ('\n' or '\r'))
            line--;
        var linesPast = 0;
        while (line < text.Length && linesPast < 2)
        {
            var position = line;
            while (position < text.Length && text[position] == ' ')
                position++;
            if (position < text.Length && text[position] == '\t')
            {
                var end = position + 1;
                while (end < text.Length && text[end] == '\t')
                    end++;
                if (end < text.Length && text[end] is not ('\r' or '\n' or ' ' or '#'))
                    return TextSpan.FromBounds(position, end);
            }

            while (position < text.Length && text[position] is not ('\n' or '\r'))
                position++;
            while (position < text.Length && text[position] is '\n' or '\r')
                position++;
            line = position;
            if (line > reach)
                linesPast++;
        }

        return null;
    }

    private static TextSpan Token(string text, int offset)
    {
        var end = offset;
        while (end < text.Length && end - offset < 80 && text[end] is not (' ' or '\t' or '\r' or '\n'))
            end++;
        // A pair of surrogates is one character to a reader.
        if (end < text.Length && end > offset && char.IsLowSurrogate(text[end]))
            end++;
        return TextSpan.FromBounds(offset, end);
    }

    private static string Lower(string message) => message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message.Substring(1);
}
