using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>Reads the scalars of a <see cref="CommonDocument"/>.</summary>
internal sealed class CommonScalars(string text, int origin, List<ParsingEvent> events)
{
    // YAML 1.2.2, section 7.4.2, gives an implicit key 1024 characters.
    private const int LongestKey = 1_000;

    private readonly StringBuilder _value = new();
    private readonly RepeatedTexts _texts = new(text);

    /// <summary>Where the document ends.</summary>
    public int End { get; set; }

    public Scalar Plain(string value, int start, int end, bool isKey) =>
        new(AnchorName.Empty, TagName.Empty, value, ScalarStyle.Plain, true, false, Mark(start), Mark(end), isKey);

    /// <summary>Reads a text and the colon behind it.</summary>
    public bool TryReadKey(int position, out Scalar key, out int colon)
    {
        colon = Scan(position, isKey: true, out key!);
        if (colon < 0 || colon - position > LongestKey)
            return false;
        colon = SkipSpaces(colon);
        return colon < End && text[colon] == ':' && EndsWord(colon + 1);
    }

    /// <summary>Adds the event of a text on one line.</summary>
    /// <returns>Its end; negative where it is not common.</returns>
    public int Read(int position)
    {
        var end = Scan(position, isKey: false, out var scalar);
        if (end >= 0)
            events.Add(scalar!);
        return end;
    }

    /// <summary>Reads a text in quotes.</summary>
    /// <returns>The offset behind the closing quote; negative where the text is not common.</returns>
    public int ReadQuoted(int position, bool isKey, out Scalar? scalar)
    {
        scalar = null;
        var quote = text[position];
        var end = position + 1;
        var isVerbatim = true;
        _value.Clear();
        for (; ; end++)
        {
            if (end >= End || text[end] is '\n' or '\r' or '\t')
                return -1;
            var c = text[end];
            if (c == quote)
            {
                if (quote == '"' || end + 1 >= End || text[end + 1] != '\'')
                    break;
                isVerbatim = false;
                end++;
            }
            else if (c == '\\' && quote == '"')
            {
                isVerbatim = false;
                if (++end >= End || Unescape(text[end]) is not { } character)
                    return -1;
                c = character;
            }

            _value.Append(c);
        }

        var value = isVerbatim ? _texts.Get(position + 1, end) : _value.ToString();
        var style = quote == '"' ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted;
        scalar = new Scalar(AnchorName.Empty, TagName.Empty, value, style, false, true, Mark(position), Mark(end + 1), isKey);
        return end + 1;
    }

    /// <summary>Adds the event of a literal scalar.</summary>
    /// <param name="parent">The column of the collection that it is a value of.</param>
    /// <returns>The start of the next line; negative where the scalar is not common.</returns>
    public int ReadLiteral(int position, int parent)
    {
        var header = position + 1;
        var chomping = header < End && text[header] is '-' or '+' ? text[header++] : ' ';
        if (!IsBreak(SkipSpaces(header)) || IsComment(SkipSpaces(header)))
            return -1;
        var line = text.IndexOf('\n', header, End - header) + 1;
        if (line == 0)
            return -1;
        _value.Clear();
        var (indentation, breaks) = (-1, 0);
        while (line < End)
        {
            var content = SkipSpaces(line);
            if (content == End)
                return -1;
            if (IsBreak(content))
            {
                // Blanks that count as text.
                if (indentation < 0 ? content > line : content - line > indentation)
                    return -1;
                breaks++;
                line = text.IndexOf('\n', content) + 1;
                continue;
            }

            if (indentation < 0)
            {
                indentation = content - line;
                if (indentation <= parent || text[content] == '\t')
                    return -1;
            }
            else if (content - line < indentation)
            {
                if (text[content] == '\t')
                    return -1;
                break;
            }

            var end = text.IndexOf('\n', content, End - content);
            if (end < 0)
                return -1;
            _value.Append('\n', breaks);
            breaks = 1;
            var length = (text[end - 1] == '\r' ? end - 1 : end) - line - indentation;
            _value.Append(text, line + indentation, length);
            line = end + 1;
        }

        if (indentation < 0)
            return -1;
        _value.Append('\n', chomping switch { '-' => 0, '+' => breaks, _ => 1 });
        events.Add(new Scalar(AnchorName.Empty, TagName.Empty, _value.ToString(), ScalarStyle.Literal, false, true, Mark(position), Mark(line)));
        return line;
    }

    public int SkipSpaces(int position)
    {
        while (position < End && text[position] == ' ')
            position++;
        return position;
    }

    /// <summary>White space or the end of the document, so that an indicator before it is one.</summary>
    public bool EndsWord(int position) => position >= End || text[position] is ' ' or '\n' or '\r' or '\t';

    /// <summary>Nothing but a comment follows on the line. Blanks stand before the position.</summary>
    public bool IsEndOfLine(int position) => IsBreak(position) || IsComment(position);

    /// <summary>Steps over blanks and a comment to the next line.</summary>
    /// <returns>The start of the next line; negative where something else follows, or for a negative position.</returns>
    public int EndOfLine(int position)
    {
        if (position < 0)
            return -1;
        var rest = SkipSpaces(position);
        if (!IsBreak(rest) && (rest == position || !IsComment(rest)))
            return -1;
        var feed = rest < End ? text.IndexOf('\n', rest, End - rest) : -1;
        return feed < 0 ? End : feed + 1;
    }

    private int Scan(int position, bool isKey, out Scalar? scalar)
    {
        if (text[position] is '"' or '\'')
            return ReadQuoted(position, isKey, out scalar);
        scalar = null;
        if (!StartsPlain(position))
            return -1;
        var end = position;
        for (var i = position; ; i++)
        {
            if (i >= End || text[i] is '\n' or '\r')
            {
                if (isKey)
                    return -1;
                break;
            }

            var c = text[i];
            // An asterisk keeps YamlDotNet from seeing a colon.
            if (c is '\t' or '*')
                return -1;
            if (c == ':' && EndsWord(i + 1))
            {
                if (!isKey)
                    return -1;
                break;
            }

            if (c == '#' && text[i - 1] == ' ')
                break;
            if (c != ' ')
                end = i + 1;
        }

        scalar = Plain(_texts.Get(position, end), position, end, isKey);
        return end;
    }

    // YAML 1.2.2, section 7.3.3, without the indicators that may start a plain scalar if something else follows.
    private bool StartsPlain(int position) => text[position] switch
    {
        '-' => !EndsWord(position + 1),
        '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' => false,
        _ => true,
    };

    // YAML 1.2.2, section 5.7.
    private static char? Unescape(char c) => c switch
    {
        '"' or '\\' or '/' => c,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private bool IsBreak(int position) => position >= End || text[position] is '\n' or '\r';

    private bool IsComment(int position) => position < End && text[position] == '#';

    private Mark Mark(int position) => new(position - origin, 1, 1);
}
