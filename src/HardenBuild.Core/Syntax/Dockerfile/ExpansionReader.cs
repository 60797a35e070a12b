using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>One pass over a word: quotes, escapes, references. Without variables it only removes quotes.</summary>
internal ref struct ExpansionReader
{
    /// <summary>References nested deeper are unknown: no hand-written file does it, and the reader is recursive.</summary>
    private const int MaximumDepth = 64;

    private readonly LogicalText _text;
    private readonly ReadOnlySpan<char> _characters;
    private readonly char _escape;
    private readonly IVariables? _variables;
    private readonly ExpansionBudget? _budget;
    private readonly ImmutableArray<VariableReference>.Builder? _references;
    private int _position;
    private int _depth;
    private bool _isUnknown;

    public ExpansionReader(
        LogicalText text, char escape, IVariables? variables, ExpansionBudget? budget, ImmutableArray<VariableReference>.Builder? references)
    {
        _text = text;
        _characters = text.Characters;
        _escape = escape;
        _variables = variables;
        _budget = budget;
        _references = references;
    }

    public SyntaxError? Error { get; private set; }

    private readonly bool IsAtEnd => _position >= _characters.Length;

    private readonly char Peek => _position < _characters.Length ? _characters[_position] : '\0';

    /// <summary>Whether something in the word is not known; a placeholder stands for it.</summary>
    public readonly bool IsUnknown => _isUnknown;

    /// <summary>The whole word; null when it is malformed.</summary>
    public LogicalText? ReadAll()
    {
        var builder = new LogicalTextBuilder(_text.MapToSource(0));
        return ReadUntil('\0', keepsEscapes: false, builder) ? builder.ToLogicalText() : null;
    }

    public int EndOfQuote(int start)
    {
        _position = start;
        var isRead = _characters[start] == '\'' ? ReadSingleQuoted(output: null) : ReadDoubleQuoted(keepsEscapes: false, output: null);
        return isRead ? _position : -1;
    }

    public int EndOfReference(int start)
    {
        _position = start;
        return ReadReference(output: null) ? _position : -1;
    }

    /// <summary>Reads up to a stop character and steps over it; <c>'\0'</c> means the end of the word.</summary>
    private bool ReadUntil(char stop, bool keepsEscapes, LogicalTextBuilder? output)
    {
        while (!IsAtEnd)
        {
            var c = Peek;
            if (stop != '\0' && c == stop)
            {
                _position++;
                return true;
            }

            var isRead = c switch
            {
                '\'' => ReadSingleQuoted(output),
                '"' => ReadDoubleQuoted(keepsEscapes, output),
                '$' => ReadReference(output),
                _ => ReadCharacter(keepsEscapes, output),
            };
            if (!isRead)
                return false;
        }

        return stop == '\0' || Fail(_position, 0, $"The variable reference does not end; add '{stop}'");
    }

    private bool ReadCharacter(bool keepsEscapes, LogicalTextBuilder? output)
    {
        if (Peek == _escape)
        {
            if (keepsEscapes)
                Copy(1, output);
            _position++;
            if (IsAtEnd)
                return true;
        }

        Copy(1, output);
        _position++;
        return true;
    }

    private bool ReadSingleQuoted(LogicalTextBuilder? output)
    {
        var start = _position++;
        var length = _characters.Slice(_position).IndexOf('\'');
        if (length < 0)
            return Fail(start, 1, "The single quote is not closed; add ' or put an escape character before it");
        Copy(length, output);
        _position += length + 1;
        return true;
    }

    private bool ReadDoubleQuoted(bool keepsEscapes, LogicalTextBuilder? output)
    {
        var start = _position++;
        while (!IsAtEnd)
        {
            var c = Peek;
            if (c == '"')
            {
                _position++;
                return true;
            }

            if (c == '$')
            {
                if (!ReadReference(output))
                    return false;
                continue;
            }

            if (c == _escape && _position + 1 < _characters.Length)
            {
                var next = _characters[_position + 1];
                var isEscape = next == '"' || next == '$' || next == _escape;
                if (isEscape && !keepsEscapes)
                    _position++;
                else if (isEscape)
                    Copy(1, output, advance: true);
            }

            Copy(1, output);
            _position++;
        }

        return Fail(start, 1, "The double quote is not closed; add \" or put an escape character before it");
    }

    private bool ReadReference(LogicalTextBuilder? output)
    {
        var start = _position++;
        if (Peek != '{')
        {
            var simpleName = ReadName();
            if (simpleName.Length == 0)
                Copy(start, 1, output);
            else
                Emit(start, simpleName, Find(simpleName), "", output);
            return true;
        }

        if (_depth >= MaximumDepth)
            return Fail(start, 2, $"Variable references are nested more than {MaximumDepth} deep; give the inner ones an ARG of their own");
        _depth++;
        _position++;
        var isRead = ReadBraced(start, output);
        _depth--;
        return isRead;
    }

    private bool ReadBraced(int start, LogicalTextBuilder? output)
    {
        if (IsAtEnd)
            return Fail(start, 2, "The variable reference does not end; add '}'");
        var name = ReadName();
        if (name.Length == 0)
            return Fail(start, 2, "The variable reference has no name; write it between the braces");
        var value = Find(name);
        var operatorStart = _position;
        if (Peek == ':')
            _position++;
        switch (Peek)
        {
            case '}' when operatorStart == _position:
                _position++;
                Emit(start, name, value, "", output);
                return true;
            case '-' or '+' or '?':
                _position++;
                return ReadDefault(start, name, value, _characters.Slice(operatorStart, _position - operatorStart).ToString(), output);
            case '#' or '%' when operatorStart == _position:
                return ReadTrim(start, name, value, output);
            case '/' when operatorStart == _position:
                return ReadReplacement(start, name, value, output);
            default:
                return Fail(operatorStart, IsAtEnd ? 0 : 1, IsAtEnd ? "The variable reference does not end; add '}'" : $"'{Peek}' is not an operator of a variable reference; write '${{name}}' or '${{name:-default}}'");
        }
    }

    private bool ReadDefault(int start, string name, VariableValue value, string operation, LogicalTextBuilder? output)
    {
        var word = new LogicalTextBuilder(_text.MapToSource(_position));
        if (!TryReadNested('}', keepsEscapes: false, word, out var isWordUnknown))
            return false;
        if (IsKept(start, name, value, operation, output))
            return true;

        var kind = operation[operation.Length - 1];
        var isMissing = value.State == VariableState.Unset || (value.State == VariableState.Set && operation[0] == ':' && value.Text!.Length == 0);
        if (value.State == VariableState.Unknown || (kind == '?' && isMissing))
            AppendUnknown(start, output);
        else if (kind == '+' ? !isMissing : isMissing)
            AppendWord(word, isWordUnknown, start, output);
        else if (kind != '+')
            AppendValue(value.Text!.Text, start, output);
        return true;
    }

    private bool ReadTrim(int start, string name, VariableValue value, LogicalTextBuilder? output)
    {
        var side = Peek;
        var isLongest = _position + 1 < _characters.Length && _characters[_position + 1] == side;
        _position += isLongest ? 2 : 1;
        if (!TryReadPattern('}', out var pattern))
            return false;
        if (IsKept(start, name, value, new string(side, isLongest ? 2 : 1), output))
            return true;
        if (pattern is null || !CanEdit(value))
        {
            AppendUnknown(start, output);
            return true;
        }

        var text = value.Text!.Text;
        AppendValue(side == '#' ? pattern.TrimStart(text, isLongest) : pattern.TrimEnd(text, isLongest), start, output);
        return true;
    }

    private bool ReadReplacement(int start, string name, VariableValue value, LogicalTextBuilder? output)
    {
        _position++;
        var isAll = Peek == '/';
        if (isAll)
            _position++;
        if (!TryReadPattern('/', out var pattern))
            return false;
        var replacement = new LogicalTextBuilder(_text.MapToSource(_position));
        if (!TryReadNested('}', keepsEscapes: true, replacement, out var isReplacementUnknown))
            return false;
        if (IsKept(start, name, value, isAll ? "//" : "/", output))
            return true;
        if (pattern is null || isReplacementUnknown || !CanEdit(value))
        {
            AppendUnknown(start, output);
            return true;
        }

        AppendValue(pattern.Replace(value.Text!.Text, replacement.ToLogicalText().Text, isAll), start, output);
        return true;
    }

    /// <summary>Reads a pattern; null when it is unknown or refused.</summary>
    private bool TryReadPattern(char stop, out ShellPattern? pattern)
    {
        pattern = null;
        var text = new LogicalTextBuilder(_text.MapToSource(_position));
        if (!TryReadNested(stop, keepsEscapes: true, text, out var isPatternUnknown))
            return false;
        if (!isPatternUnknown)
            pattern = ShellPattern.TryParse(text.ToLogicalText().Text);
        return true;
    }

    /// <summary>Reads a word within a reference; whether it is known matters only if the reference uses it.</summary>
    private bool TryReadNested(char stop, bool keepsEscapes, LogicalTextBuilder output, out bool isUnknown)
    {
        var wasUnknown = _isUnknown;
        _isUnknown = false;
        var isRead = ReadUntil(stop, keepsEscapes, output);
        isUnknown = _isUnknown;
        _isUnknown = wasUnknown;
        return isRead;
    }

    /// <summary>Editing is quadratic in the value; longer values than this are not names, tags or paths.</summary>
    private static bool CanEdit(VariableValue value) => value.State == VariableState.Set && value.Text!.Length <= 256;

    private readonly VariableValue Find(string name) => _variables?.Find(name) ?? default;

    /// <summary>Notes the reference; when only quotes are removed, copies it as written.</summary>
    private readonly bool IsKept(int start, string name, VariableValue value, string operation, LogicalTextBuilder? output)
    {
        _references?.Add(new VariableReference(name, SpanFrom(start), operation, value.State));
        if (_variables is not null)
            return false;
        Copy(start, _position - start, output);
        return true;
    }

    private void Emit(int start, string name, VariableValue value, string operation, LogicalTextBuilder? output)
    {
        if (IsKept(start, name, value, operation, output))
            return;
        if (value.State == VariableState.Set)
            AppendValue(value.Text!.Text, start, output);
        else
            AppendUnknown(start, output);
    }

    private void AppendValue(string value, int start, LogicalTextBuilder? output)
    {
        if (_budget is null || _budget.TrySpend(value.Length))
            output?.AppendReplaced(value, SpanFrom(start));
        else
            AppendUnknown(start, output);
    }

    private void AppendWord(LogicalTextBuilder word, bool isUnknown, int start, LogicalTextBuilder? output)
    {
        if (_budget is not null && !_budget.TrySpend(word.Length))
        {
            AppendUnknown(start, output);
            return;
        }

        output?.Append(word.ToLogicalText());
        _isUnknown |= isUnknown;
    }

    private void AppendUnknown(int start, LogicalTextBuilder? output)
    {
        _isUnknown = true;
        output?.AppendReplaced(ExpandedWord.Placeholder, SpanFrom(start));
    }

    private string ReadName()
    {
        var start = _position;
        if (IsAtEnd)
            return "";
        var first = Peek;
        if (first is >= '0' and <= '9')
        {
            while (Peek is >= '0' and <= '9')
                _position++;
        }
        else if (first is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _position++;
        }
        else
        {
            while (!IsAtEnd && DockerfileCharacters.IsNamePart(Peek))
                _position++;
        }

        return _characters.Slice(start, _position - start).ToString();
    }

    private readonly void Copy(int length, LogicalTextBuilder? output) => Copy(_position, length, output);

    private void Copy(int length, LogicalTextBuilder? output, bool advance)
    {
        Copy(_position, length, output);
        if (advance)
            _position += length;
    }

    private readonly void Copy(int start, int length, LogicalTextBuilder? output)
    {
        if (output is not null && length > 0)
            _text.CopyTo(output, start, length);
    }

    private readonly TextSpan SpanFrom(int start) => _text.MapToSource(TextSpan.FromBounds(start, _position));

    private bool Fail(int start, int length, string message)
    {
        Error ??= new SyntaxError(_text.MapToSource(new TextSpan(start, length)), message);
        return false;
    }
}
