using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Splits a text into sections and properties, line by line, in one pass.</summary>
internal sealed class EditorConfigParser(SourceText source)
{
    private readonly string _text = source.Content;
    private readonly ImmutableArray<EditorConfigSection>.Builder _sections = ImmutableArray.CreateBuilder<EditorConfigSection>();
    private readonly ImmutableArray<TextSpan>.Builder _ignored = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly List<EditorConfigProperty> _properties = [];
    private readonly Dictionary<string, int> _indexByKey = new(StringComparer.Ordinal);
    private EditorConfigSection? _preamble;
    private TextSpan _name;

    public EditorConfigFile Parse()
    {
        for (var start = 0; start < _text.Length;)
        {
            var end = start;
            while (end < _text.Length && !IsLineBreak(_text[end]))
                end++;

            ReadLine(start, end);
            start = end + 1;
        }

        CloseSection();
        return new EditorConfigFile(source, _preamble!, _sections.ToImmutable(), _ignored.ToImmutable());
    }

    // Roslyn's line breaks: more than a SourceText of ours has. CRLF gives an empty line between, which means nothing.
    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsKeyCharacter(char c) => c is '.' or '-' or '_' || (c < 128
        ? char.IsLetterOrDigit(c)
        : CharUnicodeInfo.GetUnicodeCategory(c) is <= UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation);

    private static bool IsReserved(string key) => key is "root" or "indent_style" or "indent_size" or "tab_width" or "end_of_line" or "charset"
        or "trim_trailing_whitespace" or "insert_final_newline";

    private static string Lower(string text)
    {
        // The dotted capital I is the one character whose invariant lower case is not what Roslyn takes.
        var lower = text.ToLowerInvariant();
        return text.IndexOf('\u0130') < 0 ? lower : new StringBuilder(lower).Replace('\u0130', 'i').ToString();
    }

    private void ReadLine(int start, int end)
    {
        start = SkipBlanks(start, end);
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;

        if (start == end || _text[start] is '#' or ';')
            return;

        if (_text[start] == '[' && FindSectionEnd(start, end) is var close and > 0)
        {
            CloseSection();
            _name = TextSpan.FromBounds(start + 1, close);
        }
        else if (!ReadProperty(start, end))
        {
            _ignored.Add(TextSpan.FromBounds(start, end));
        }
    }

    /// <summary>Offset of the bracket that ends the header, or -1: the last one that only blanks and a comment follow.</summary>
    private int FindSectionEnd(int start, int end)
    {
        var limit = start + 1;
        while (limit < end && (_text[limit] is not ('#' or ';') || (_text[limit - 1] == '\\' && limit - 1 > start)))
            limit++;

        for (var close = limit - 1; close > start + 1; close--)
        {
            if (_text[close] == ']')
            {
                var next = SkipBlanks(close + 1, end);
                if (next == end || _text[next] is '#' or ';')
                    return close;
            }
        }

        return -1;
    }

    private bool ReadProperty(int start, int end)
    {
        var keyEnd = start;
        while (keyEnd < end && IsKeyCharacter(_text[keyEnd]))
            keyEnd++;

        var separator = SkipBlanks(keyEnd, end);
        if (keyEnd == start || separator == end || _text[separator] is not ('=' or ':'))
            return false;

        var valueStart = SkipBlanks(separator + 1, end);
        var valueEnd = valueStart;
        while (valueEnd < end && _text[valueEnd] is not ('#' or ';'))
            valueEnd++;

        while (valueEnd > valueStart && char.IsWhiteSpace(_text[valueEnd - 1]))
            valueEnd--;

        Add(TextSpan.FromBounds(start, keyEnd), TextSpan.FromBounds(valueStart, valueEnd));
        return true;
    }

    private void Add(TextSpan keySpan, TextSpan valueSpan)
    {
        var key = Lower(source.Substring(keySpan));
        var value = source.Substring(valueSpan);
        if (IsReserved(key) || value.Equals("unset", StringComparison.OrdinalIgnoreCase))
            value = Lower(value);

        var property = new EditorConfigProperty(key, value, keySpan, valueSpan);
        if (_indexByKey.TryGetValue(key, out var index))
        {
            _properties[index] = property;
        }
        else
        {
            _indexByKey.Add(key, _properties.Count);
            _properties.Add(property);
        }
    }

    private void CloseSection()
    {
        var section = new EditorConfigSection(source.Substring(_name), _name, [.. _properties]);
        if (_preamble is null)
            _preamble = section;
        else
            _sections.Add(section);

        _properties.Clear();
        _indexByKey.Clear();
    }

    private int SkipBlanks(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        return start;
    }
}
