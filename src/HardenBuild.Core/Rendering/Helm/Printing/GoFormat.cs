using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>Go's <c>fmt.Sprintf</c>: one reading of a format string.</summary>
/// <remarks>Grammar: package <c>fmt</c>, section Printing. Mistakes go into the text: <c>%!d(string=x)</c>, <c>%!s(MISSING)</c>, <c>%!(EXTRA int=1)</c>.</remarks>
internal sealed class GoFormat
{
    // Go takes larger numbers for mistakes.
    private const int MaximumNumber = 1_000_000;

    private readonly string _format;
    private readonly IReadOnlyList<GoValue> _arguments;
    private readonly StringBuilder _output = new();
    private readonly GoFormatter _formatter;
    private readonly List<FormatPiece>? _pieces;
    private int _position;
    private int _next;
    private bool _isReordered;
    private bool _wasReordered;
    private bool _isGoodIndex;

    private GoFormat(string format, IReadOnlyList<GoValue> arguments, List<FormatPiece>? pieces)
    {
        _format = format;
        _arguments = arguments;
        _pieces = pieces;
        _formatter = new GoFormatter(_output);
    }

    /// <param name="pieces">Takes up which part of the result comes from where; null when nobody asks.</param>
    /// <exception cref="RenderLimitException">The text gets too long, or a value is too deep.</exception>
    public static string Format(string format, IReadOnlyList<GoValue> arguments, List<FormatPiece>? pieces) =>
        new GoFormat(format, arguments, pieces).Run();

    private string Run()
    {
        while (_position < _format.Length)
        {
            _isGoodIndex = true;
            var mark = _format.IndexOf('%', _position);
            var end = mark < 0 ? _format.Length : mark;
            if (end > _position)
            {
                _pieces?.Add(new FormatPiece(_output.Length, -1, _position));
                _output.Append(_format, _position, end - _position);
            }

            _position = end + 1;
            if (mark < 0)
                break;
            _pieces?.Add(new FormatPiece(_output.Length, -1, mark));
            WriteVerb();
        }

        WriteExtra();
        return _output.ToString();
    }

    private void WriteVerb()
    {
        ref var flags = ref _formatter.Flags;
        flags = FormatFlags.None;
        ReadFlags(ref flags);
        _wasReordered = false;
        ReadIndex();
        ReadWidth(ref flags);
        ReadPrecision(ref flags);
        if (!_wasReordered)
            ReadIndex();
        if (_position >= _format.Length)
        {
            _output.Append("%!(NOVERB)");
            return;
        }

        var verb = ReadRune();
        if (verb == '%')
            _output.Append('%');
        else if (!_isGoodIndex)
            WriteComplaint(verb, "BADINDEX");
        else if (_next >= _arguments.Count)
            WriteComplaint(verb, "MISSING");
        else
            WriteArgument(verb, ref flags);
    }

    private void WriteArgument(int verb, ref FormatFlags flags)
    {
        if (verb == 'v')
        {
            flags.SharpV = flags.Sharp;
            flags.Sharp = false;
            flags.Plus = false;
        }

        _pieces?.Add(new FormatPiece(_output.Length, _next, 0));
        _formatter.Write(_arguments[_next++], verb);
    }

    private void WriteComplaint(int verb, string what) =>
        _output.Append("%!").Append(verb is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(verb)).Append('(').Append(what).Append(')');

    private void WriteExtra()
    {
        if (_isReordered || _next >= _arguments.Count)
            return;
        _pieces?.Add(new FormatPiece(_output.Length, _next, 0));
        _formatter.Flags = FormatFlags.None;
        _output.Append("%!(EXTRA ");
        for (var i = _next; i < _arguments.Count; i++)
        {
            if (i > _next)
                _output.Append(", ");
            if (_arguments[i] is GoNil)
            {
                _output.Append("<nil>");
                continue;
            }

            _output.Append(_arguments[i].TypeName).Append('=');
            _formatter.Write(_arguments[i], 'v');
        }

        _output.Append(')');
    }

    private void ReadFlags(ref FormatFlags flags)
    {
        for (; _position < _format.Length; _position++)
        {
            switch (_format[_position])
            {
                case '#':
                    flags.Sharp = true;
                    break;
                case '0':
                    flags.Zero = !flags.Minus;
                    break;
                case '+':
                    flags.Plus = true;
                    break;
                case '-':
                    flags.Minus = true;
                    flags.Zero = false;
                    break;
                case ' ':
                    flags.Space = true;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadWidth(ref FormatFlags flags)
    {
        if (!Accept('*'))
        {
            var before = _wasReordered;
            var width = ReadNumber();
            flags.Width = width ?? -1;
            if (before && width is not null)
                _isGoodIndex = false;
            return;
        }

        if (TakeNumber() is { } taken)
        {
            if (taken < 0)
            {
                taken = -taken;
                flags.Minus = true;
                flags.Zero = false;
            }

            flags.Width = taken;
        }
        else
        {
            _output.Append("%!(BADWIDTH)");
        }

        _wasReordered = false;
    }

    private void ReadPrecision(ref FormatFlags flags)
    {
        if (_position + 1 > _format.Length || !Accept('.'))
            return;
        if (_wasReordered)
            _isGoodIndex = false;
        ReadIndex();
        if (!Accept('*'))
        {
            flags.Precision = ReadNumber() ?? 0;
            return;
        }

        var taken = TakeNumber();
        flags.Precision = taken ?? -1;
        if (taken is null or < 0)
        {
            flags.Precision = -1;
            if (taken is null)
                _output.Append("%!(BADPREC)");
        }

        _wasReordered = false;
    }

    private int? TakeNumber()
    {
        if (_next >= _arguments.Count)
            return null;
        var argument = _arguments[_next++];
        return argument is GoInteger { Value: >= -MaximumNumber and <= MaximumNumber } number ? (int)number.Value : null;
    }

    // Explicit argument indexes: %[2]d.
    private void ReadIndex()
    {
        if (_position >= _format.Length || _format[_position] != '[')
            return;
        _isReordered = true;
        _wasReordered = true;
        var close = _format.IndexOf(']', _position);
        if (close < 0)
        {
            _isGoodIndex = false;
            _position++;
            return;
        }

        var text = _format.Substring(_position + 1, close - _position - 1);
        _position = close + 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= 1 && index <= _arguments.Count)
            _next = index - 1;
        else
            _isGoodIndex = false;
    }

    private int? ReadNumber()
    {
        var start = _position;
        var number = 0;
        while (_position < _format.Length && _format[_position] is >= '0' and <= '9')
        {
            number = (number * 10) + (_format[_position++] - '0');
            if (number <= MaximumNumber)
                continue;
            // What Go does with a crazily long number: it gives up on the rest of the format.
            _position = _format.Length;
            return null;
        }

        return _position > start ? number : null;
    }

    private bool Accept(char expected)
    {
        if (_position >= _format.Length || _format[_position] != expected)
            return false;
        _position++;
        return true;
    }

    private int ReadRune()
    {
        var c = _format[_position++];
        return char.IsHighSurrogate(c) && _position < _format.Length && char.IsLowSurrogate(_format[_position])
            ? char.ConvertToUtf32(c, _format[_position++])
            : c;
    }
}
