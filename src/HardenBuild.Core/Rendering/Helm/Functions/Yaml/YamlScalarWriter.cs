using System.Text;
using YamlDotNet.Core;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Writes scalars and indicators, and keeps libyaml's account of columns, blanks and indentation.</summary>
internal sealed class YamlScalarWriter(StringBuilder text, YamlStyle style)
{
    private int _column;
    private bool _isAfterBlank = true;

    /// <summary>Nothing but indentation and indicators stands on the line so far.</summary>
    public bool IsIndenting { get; private set; } = true;

    /// <summary>Told where characters of the scalar that is written end up: offset in the output, offset in the scalar.</summary>
    public Action<int, int>? Copies { get; set; }

    public void Indent(int indent)
    {
        if (!IsIndenting || _column > indent || (_column == indent && !_isAfterBlank))
            Break();
        if (_column < indent)
        {
            text.Append(' ', indent - _column);
            _column = indent;
        }

        (_isAfterBlank, IsIndenting) = (true, true);
    }

    public void Indicator(string indicator, bool needsBlank, bool isBlank, bool isIndenting)
    {
        if (needsBlank && !_isAfterBlank)
            Put(' ');
        text.Append(indicator);
        _column += indicator.Length;
        _isAfterBlank = isBlank;
        IsIndenting = IsIndenting && isIndenting;
    }

    /// <summary>A number, boolean, null or empty collection.</summary>
    public void Word(string word) => Indicator(word, needsBlank: true, isBlank: false, isIndenting: false);

    public void Break()
    {
        text.Append('\n');
        _column = 0;
    }

    /// <param name="indent">Column where further lines of the scalar start.</param>
    public void Write(string value, YamlScalarAnalysis analysis, ScalarStyle wanted, int indent, bool isKey)
    {
        var chosen = wanted;
        if (isKey && analysis.IsMultiline)
            chosen = ScalarStyle.DoubleQuoted;
        if (chosen == ScalarStyle.Plain && (!analysis.AllowsPlain || (value.Length == 0 && isKey)))
            chosen = ScalarStyle.SingleQuoted;
        if (chosen == ScalarStyle.SingleQuoted && !analysis.AllowsSingleQuotes)
            chosen = ScalarStyle.DoubleQuoted;
        if (chosen == ScalarStyle.Literal && (!analysis.AllowsBlock || isKey))
            chosen = ScalarStyle.DoubleQuoted;
        switch (chosen)
        {
            case ScalarStyle.Literal:
                WriteLiteral(value, indent);
                return;
            case ScalarStyle.DoubleQuoted:
                WriteDoubleQuoted(value, indent, allowsBreaks: !isKey);
                break;
            case ScalarStyle.SingleQuoted:
                Indicator("'", needsBlank: true, isBlank: false, isIndenting: false);
                WriteFlowing(value, indent, allowsBreaks: !isKey, isQuoted: true);
                Indicator("'", needsBlank: false, isBlank: false, isIndenting: false);
                break;
            default:
                if (!_isAfterBlank)
                    Put(' ');
                WriteFlowing(value, indent, allowsBreaks: !isKey, isQuoted: false);
                break;
        }

        (_isAfterBlank, IsIndenting) = (false, false);
    }

    private void WriteFlowing(string value, int indent, bool allowsBreaks, bool isQuoted)
    {
        Copies?.Invoke(text.Length, 0);
        if (!isQuoted && !YamlFolding.MayFold(value, _column, style.Width))
        {
            text.Append(value);
            _column += value.Length;
            return;
        }

        bool wasSpace = false, wasBreak = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == ' ')
            {
                var isFree = !isQuoted || (i > 0 && i < value.Length - 1);
                if (allowsBreaks && !wasSpace && _column > style.Width && isFree && !(i + 1 < value.Length && value[i + 1] == ' '))
                    Continue(indent, i + 1);
                else
                    Put(' ');
                wasSpace = true;
            }
            else if (YamlScalarAnalysis.IsBreak(c))
            {
                if (!wasBreak && c == '\n')
                    Break();
                WriteBreak(c);
                (IsIndenting, wasBreak) = (true, true);
            }
            else
            {
                if (wasBreak)
                    Continue(indent, i);
                if (c == '\'' && isQuoted)
                    Put('\'');
                Put(c);
                if (char.IsLowSurrogate(c))
                    _column--;
                IsIndenting = false;
                (wasSpace, wasBreak) = (false, false);
            }
        }
    }

    private void WriteDoubleQuoted(string value, int indent, bool allowsBreaks)
    {
        Indicator("\"", needsBlank: true, isBlank: false, isIndenting: false);
        var wasSpace = false;
        // The port to Go looks for a byte-order mark at the start of the value whatever character it is at.
        var escapesAll = value.Length > 0 && value[0] == '\uFEFF';
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (escapesAll || !YamlScalarAnalysis.IsPrintable(c) || YamlScalarAnalysis.IsBreak(c) || c is '"' or '\\')
            {
                var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
                Escape(isPair ? char.ConvertToUtf32(c, value[++i]) : c);
                wasSpace = false;
            }
            else if (c == ' ')
            {
                if (allowsBreaks && !wasSpace && _column > style.Width && i > 0 && i < value.Length - 1)
                {
                    Continue(indent, i + 1);
                    if (value[i + 1] == ' ')
                        Put('\\');
                }
                else
                {
                    Put(' ');
                }

                wasSpace = true;
            }
            else
            {
                Put(c);
                wasSpace = false;
            }
        }

        Indicator("\"", needsBlank: false, isBlank: false, isIndenting: false);
    }

    private void WriteLiteral(string value, int indent)
    {
        Indicator("|", needsBlank: true, isBlank: false, isIndenting: false);
        if (value[0] == ' ' || YamlScalarAnalysis.IsBreak(value[0]))
            Indicator("2", needsBlank: false, isBlank: false, isIndenting: false);
        var last = value.Length - 1;
        if (!YamlScalarAnalysis.IsBreak(value[last]))
            Indicator("-", needsBlank: false, isBlank: false, isIndenting: false);
        else if (last == 0 || YamlScalarAnalysis.IsBreak(value[last - 1]))
            Indicator("+", needsBlank: false, isBlank: false, isIndenting: false);
        Break();
        (_isAfterBlank, IsIndenting) = (true, true);
        for (var i = 0; i < value.Length;)
        {
            if (YamlScalarAnalysis.IsBreak(value[i]))
            {
                WriteBreak(value[i++]);
                IsIndenting = true;
                continue;
            }

            Continue(indent, i);
            var end = i;
            while (end < value.Length && !YamlScalarAnalysis.IsBreak(value[end]))
                end++;
            text.Append(value, i, end - i);
            _column += end - i;
            IsIndenting = false;
            i = end;
        }
    }

    private void Continue(int indent, int offset)
    {
        Indent(indent);
        Copies?.Invoke(text.Length, offset);
    }

    private void WriteBreak(char c)
    {
        text.Append(c);
        _column = 0;
    }

    private void Put(char c)
    {
        text.Append(c);
        _column++;
    }

    private void Escape(int c)
    {
        var start = text.Length;
        text.Append('\\');
        _ = c switch
        {
            0 => text.Append('0'),
            7 => text.Append('a'),
            8 => text.Append('b'),
            9 => text.Append('t'),
            10 => text.Append('n'),
            11 => text.Append('v'),
            12 => text.Append('f'),
            13 => text.Append('r'),
            27 => text.Append('e'),
            '"' => text.Append('"'),
            '\\' => text.Append('\\'),
            0x85 => text.Append('N'),
            0xA0 => text.Append('_'),
            0x2028 => text.Append('L'),
            0x2029 => text.Append('P'),
            <= 0xFF => text.Append('x').Append(c.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)),
            <= 0xFFFF => text.Append('u').Append(c.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
            _ => text.Append('U').Append(c.ToString("X8", System.Globalization.CultureInfo.InvariantCulture)),
        };
        _column += text.Length - start;
    }
}
