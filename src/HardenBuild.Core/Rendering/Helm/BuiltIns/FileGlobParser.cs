namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>Reads the patterns of <see cref="FileGlob"/>.</summary>
internal sealed class FileGlobParser
{
    private const int MaxDepth = 32;

    private readonly string _pattern;
    private readonly List<FileGlobStep> _steps = [];
    private int _position;

    private FileGlobParser(string pattern) => _pattern = pattern;

    public static List<FileGlobStep>? TryParse(string pattern)
    {
        var parser = new FileGlobParser(pattern);
        return parser.ReadSequence(depth: 0) && parser._position == pattern.Length ? parser._steps : null;
    }

    /// <summary>Reads up to the end, or up to a comma or brace that belongs to an alternation around.</summary>
    private bool ReadSequence(int depth)
    {
        while (_position < _pattern.Length)
        {
            var c = _pattern[_position++];
            switch (c)
            {
                case '*' when _position < _pattern.Length && _pattern[_position] == '*':
                    _position++;
                    _steps.Add(new FileGlobStep(FileGlobStepKind.Path));
                    break;
                case '*':
                    _steps.Add(new FileGlobStep(FileGlobStepKind.Name));
                    break;
                case '?':
                    _steps.Add(new FileGlobStep(FileGlobStepKind.AnyCharacter));
                    break;
                case '[':
                    if (!ReadSet())
                        return false;
                    break;
                case '{':
                    if (depth == MaxDepth || !ReadAlternatives(depth + 1))
                        return false;
                    break;
                case ',' or '}' when depth > 0:
                    _position--;
                    return true;
                case '\\':
                    if (_position == _pattern.Length)
                        return false;
                    AddCharacter(_pattern[_position++]);
                    break;
                default:
                    AddCharacter(c);
                    break;
            }
        }

        return depth == 0;
    }

    private bool ReadAlternatives(int depth)
    {
        var fork = new FileGlobStep(FileGlobStepKind.Jump);
        var ends = new List<FileGlobStep>();
        _steps.Add(fork);
        for (; ; )
        {
            fork.Targets.Add(_steps.Count);
            if (!ReadSequence(depth) || _position == _pattern.Length)
                return false;
            var end = new FileGlobStep(FileGlobStepKind.Jump);
            ends.Add(end);
            _steps.Add(end);
            if (_pattern[_position++] == '}')
                break;
        }

        foreach (var end in ends)
            end.Targets.Add(_steps.Count);
        return true;
    }

    // A range is "[a-z]" alone; anything else in brackets is a list of characters.
    private bool ReadSet()
    {
        var isNegated = _position < _pattern.Length && _pattern[_position] == '!';
        if (isNegated)
            _position++;
        var members = new System.Text.StringBuilder();
        var isRange = false;
        for (; _position < _pattern.Length && _pattern[_position] != ']'; _position++)
        {
            if (_pattern[_position] == '\\')
            {
                if (++_position == _pattern.Length)
                    return false;
            }
            else if (_pattern[_position] == '-' && members.Length == 1 && !isRange)
            {
                isRange = true;
                continue;
            }

            members.Append(_pattern[_position]);
        }

        if (_position == _pattern.Length || members.Length == 0 || (isRange && (members.Length != 2 || members[1] < members[0])))
            return false;
        _position++;
        _steps.Add(new FileGlobStep(FileGlobStepKind.Set, members.ToString()) { IsNegated = isNegated, IsRange = isRange });
        return true;
    }

    private void AddCharacter(char c) => _steps.Add(new FileGlobStep(FileGlobStepKind.Character, c.ToString()));
}
