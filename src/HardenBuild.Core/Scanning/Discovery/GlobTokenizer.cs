namespace HardenBuild.Scanning.Discovery;

/// <summary>Reads a glob into tokens.</summary>
internal ref struct GlobTokenizer
{
    private readonly ReadOnlySpan<char> _pattern;
    private readonly List<GlobToken> _tokens = [];
    private int _position;

    private GlobTokenizer(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>The tokens of a pattern; null when it can match nothing.</summary>
    public static List<GlobToken>? Read(string pattern)
    {
        var tokenizer = new GlobTokenizer(pattern.AsSpan());
        return tokenizer.ReadAll() ? tokenizer._tokens : null;
    }

    private bool ReadAll()
    {
        while (_position < _pattern.Length)
        {
            var c = _pattern[_position];
            if (c == '*')
            {
                ReadStars();
                continue;
            }

            _position++;
            if (c == '?')
            {
                _tokens.Add(new GlobToken(GlobTokenKind.One));
            }
            else if (c == '[')
            {
                if (ReadClass() is not { } set)
                    return false;
                _tokens.Add(new GlobToken(GlobTokenKind.Class, Class: set));
            }
            else
            {
                if (c == '\\')
                {
                    if (_position == _pattern.Length)
                        return false;
                    c = _pattern[_position++];
                }

                _tokens.Add(new GlobToken(GlobTokenKind.Literal, c));
            }
        }

        return true;
    }

    private void ReadStars()
    {
        var start = _position;
        while (_position < _pattern.Length && _pattern[_position] == '*')
            _position++;

        var rest = _pattern.Slice(_position);

        // git compares the plain characters before the first special one by themselves (dir.c, match_pathname), so that stars after
        // them count as the beginning of the pattern: "ab**/c" spans folders, although the documentation says otherwise.
        var spansFolders = _position - start > 1
            && (_pattern[..start].IndexOfAny('?', '[', '\\') < 0 && _pattern[..start].IndexOf('*') < 0 || _pattern[start - 1] == '/')
            && (rest.IsEmpty || rest[0] == '/' || (rest.Length > 1 && rest[0] == '\\' && rest[1] == '/'));
        if (!spansFolders)
        {
            _tokens.Add(new GlobToken(GlobTokenKind.Star));
        }
        else if (!rest.IsEmpty && rest[0] == '/')
        {
            _position++;
            _tokens.Add(new GlobToken(GlobTokenKind.AnyFolders));
            _tokens.Add(new GlobToken(GlobTokenKind.FolderPath));
        }
        else
        {
            _tokens.Add(new GlobToken(GlobTokenKind.AnyPath));
        }
    }

    private CharacterClass? ReadClass()
    {
        var isNegated = _position < _pattern.Length && _pattern[_position] is '!' or '^';
        if (isNegated)
            _position++;

        List<(char, char)> ranges = [];
        List<Func<char, bool>> classes = [];
        var first = _position;
        while (_position < _pattern.Length)
        {
            var c = _pattern[_position];
            if (c == ']' && _position > first)
            {
                _position++;
                return new CharacterClass(isNegated, ranges, classes);
            }

            if (c == '[' && TryReadPosix(out var name))
            {
                if (CharacterClass.Posix(name) is not { } posix)
                    return null;
                classes.Add(posix);
            }
            else if (ReadMember() is not { } low)
            {
                return null;
            }
            else if (_position + 1 < _pattern.Length && _pattern[_position] == '-' && _pattern[_position + 1] != ']')
            {
                _position++;
                if (ReadMember() is not { } high)
                    return null;
                ranges.Add((low, high));
            }
            else
            {
                ranges.Add((low, low));
            }
        }

        return null;
    }

    private char? ReadMember()
    {
        var c = _pattern[_position++];
        if (c != '\\')
            return c;
        return _position < _pattern.Length ? _pattern[_position++] : null;
    }

    private bool TryReadPosix(out string name)
    {
        name = "";
        var rest = _pattern.Slice(_position + 1);
        if (rest.IsEmpty || rest[0] != ':')
            return false;
        var end = rest.IndexOf(']');
        if (end < 2 || rest[end - 1] != ':')
            return false;
        name = rest.Slice(1, end - 2).ToString();
        _position += end + 2;
        return true;
    }
}
