using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>The text of an argument that sets values, and how far it is read.</summary>
internal sealed class SetReader(SetArgument argument)
{
    public const char EndOfText = '\uFFFF';

    private readonly string _text = argument.Text;
    private int _position;
    private int _keyStart;

    public SetArgument Argument { get; } = argument;

    public SourceText Source { get; } = argument.ToSource();

    /// <summary>The rest of the text is one value, whatever stands in it.</summary>
    public bool IsLiteral => Argument.Kind == SetArgumentKind.Literal;

    public bool IsAtEnd => _position >= _text.Length;

    /// <summary>Offset of the next character.</summary>
    public int Position
    {
        get => _position;
        set => _position = value;
    }

    public char Current => _text[_position];

    /// <summary>A key starts here: its path and its errors are told from here on.</summary>
    public void StartKey() => _keyStart = _position;

    /// <summary>Reads up to one of some characters and over it; a backslash takes the next character as it is.</summary>
    /// <returns>The character, or <see cref="EndOfText"/>.</returns>
    public char ReadUntil(string stops, out string text)
    {
        var start = _position;
        System.Text.StringBuilder? unescaped = null;
        for (; !IsAtEnd; _position++)
        {
            var c = _text[_position];
            if (stops.Contains(c))
            {
                text = unescaped?.ToString() ?? _text.Substring(start, _position - start);
                _position++;
                return c;
            }

            if (c == '\\' && !IsLiteral)
            {
                unescaped ??= new System.Text.StringBuilder(_text, start, _position - start, 64);
                _position++;
                if (IsAtEnd)
                    break;
                unescaped.Append(_text[_position]);
            }
            else
            {
                unescaped?.Append(c);
            }
        }

        text = unescaped?.ToString() ?? _text.Substring(start, Math.Min(_position, _text.Length) - start);
        _position = _text.Length;
        return EndOfText;
    }

    /// <summary>What is left.</summary>
    public string ReadRest()
    {
        var rest = _text.Substring(_position);
        _position = _text.Length;
        return rest;
    }

    /// <summary>Skips white space and one comma.</summary>
    /// <returns>Whether there was a comma or the end of the text, so that nothing stands here.</returns>
    public bool SkipBlanks()
    {
        for (; !IsAtEnd; _position++)
        {
            if (_text[_position] == ',')
            {
                _position++;
                return true;
            }

            if (!char.IsWhiteSpace(_text[_position]))
                return false;
        }

        return true;
    }

    /// <summary>The origin of a value that was read from an offset up to here.</summary>
    public ValueOrigin OriginAt(int start) => new(Source.At(TextSpan.FromBounds(Math.Min(start, _position), _position)), Path());

    /// <summary>The origin of the key that is read, with its value as far as it is read.</summary>
    public ValueOrigin OriginOfKey() => OriginAt(_keyStart);

    /// <summary>The key as the user wrote it.</summary>
    public string Path()
    {
        var equals = _text.IndexOf('=', _keyStart);
        return equals < 0 ? _text.Substring(_keyStart) : _text.Substring(_keyStart, equals - _keyStart);
    }

    public ChartException Error(string message) =>
        new(ChartErrorKind.Values, Source.At(TextSpan.FromBounds(Math.Min(_keyStart, _text.Length), _text.Length)), $"failed parsing {Argument.Option} data: {message}");
}
