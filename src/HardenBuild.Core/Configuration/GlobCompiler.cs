using System.Globalization;

namespace HardenBuild.Configuration;

/// <summary>Turns the name of a section into the instructions of a <see cref="SectionGlob"/>, without recursion.</summary>
/// <remarks>
/// Grammar: <c>*</c>, <c>**</c>, <c>?</c>, <c>[abc]</c>, <c>[!abc]</c>, <c>{a,b}</c>, <c>{1..9}</c>, and a backslash before a character that stands for itself.
/// A comma or closing brace outside of braces makes the whole name invalid, as in Roslyn.
/// </remarks>
internal sealed class GlobCompiler(string name)
{
    private readonly Stack<Choice> _choices = new();
    private int _position;
    private int _branches;

    public List<GlobInstruction> Instructions { get; } = [];

    public List<CharacterClass> Classes { get; } = [];

    public List<(int Minimum, int Maximum)> Ranges { get; } = [];

    public int BranchCount => _branches;

    /// <summary>False where the name is not a glob: no path matches it then.</summary>
    public bool TryCompile()
    {
        EmitAnchor();
        while (_position < name.Length)
        {
            if (!TryCompileNext())
                return false;
        }

        Emit(GlobOperation.End);
        return _choices.Count == 0;
    }

    // A name without a slash holds at every depth, any other relative to the file's directory. Paths begin with a slash.
    private void EmitAnchor()
    {
        if (name.IndexOf('/') < 0)
            EmitBranch(GlobOperation.DoubleStar);

        if (name.Length == 0 || name[0] != '/')
            Emit(GlobOperation.Character, '/');
    }

    private bool TryCompileNext()
    {
        var c = name[_position++];
        switch (c)
        {
            case '*' when _position < name.Length && name[_position] == '*':
                _position++;
                EmitBranch(GlobOperation.DoubleStar);
                return true;
            case '*':
                EmitBranch(GlobOperation.Star);
                return true;
            case '?':
                Emit(GlobOperation.AnyCharacter);
                return true;
            case '[':
                return TryCompileClass();
            case '{':
                return TryCompileRange(out var isRange) && (isRange || OpenChoice());
            case ',':
                return _choices.Count > 0 && NextAlternative();
            case '}':
                return _choices.Count > 0 && CloseChoice();
            case '\\' when _position == name.Length:
                return false;
            case '\\':
                Emit(GlobOperation.Character, name[_position++]);
                return true;
            default:
                Emit(GlobOperation.Character, c);
                return true;
        }
    }

    private bool TryCompileClass()
    {
        if (CharacterClass.TryRead(name, ref _position) is not { } characters)
            return false;

        Emit(GlobOperation.Class, Classes.Count);
        Classes.Add(characters);
        return true;
    }

    /// <summary>Compiles <c>1..9}</c>. False where it has the shape of a range but a number that does not fit in 32 bits.</summary>
    private bool TryCompileRange(out bool isRange)
    {
        var position = _position;
        var start = ReadNumber(ref position);
        isRange = start.Length > 0
            && string.CompareOrdinal(name, position, "..", 0, 2) == 0;
        if (!isRange)
            return true;

        position += 2;
        var end = ReadNumber(ref position);
        isRange = end.Length > 0 && position < name.Length && name[position] == '}';
        if (!isRange)
            return true;

        if (!int.TryParse(start, NumberStyles.Integer, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(end, NumberStyles.Integer, CultureInfo.InvariantCulture, out var last))
        {
            return false;
        }

        _position = position + 1;
        Emit(GlobOperation.Save, 2 * Ranges.Count);
        EmitBranch(GlobOperation.OptionalMinus);
        Emit(GlobOperation.Digit);
        EmitBranch(GlobOperation.Digits);
        Emit(GlobOperation.Save, (2 * Ranges.Count) + 1);
        Ranges.Add((Math.Min(first, last), Math.Max(first, last)));
        return true;
    }

    private string ReadNumber(ref int position)
    {
        var start = position;
        if (position < name.Length && name[position] == '-')
            position++;

        var digits = position;
        while (position < name.Length && char.IsDigit(name[position]))
            position++;

        return position == digits ? "" : name.Substring(start, position - start);
    }

    private bool OpenChoice()
    {
        _choices.Push(new Choice { Split = Instructions.Count });
        EmitBranch(GlobOperation.Split);
        return true;
    }

    private bool NextAlternative()
    {
        var choice = _choices.Peek();
        choice.Jumps.Add(Instructions.Count);
        Emit(GlobOperation.Jump);
        Redirect(choice.Split);
        choice.Split = Instructions.Count;
        EmitBranch(GlobOperation.Split);
        return true;
    }

    private bool CloseChoice()
    {
        var choice = _choices.Pop();
        Instructions[choice.Split] = Instructions[choice.Split] with { Operand = -1 };
        foreach (var jump in choice.Jumps)
            Redirect(jump);
        return true;
    }

    private void Redirect(int instruction) => Instructions[instruction] = Instructions[instruction] with { Operand = Instructions.Count };

    private void Emit(GlobOperation operation, int operand = 0) => Instructions.Add(new GlobInstruction(operation, operand));

    private void EmitBranch(GlobOperation operation) => Instructions.Add(new GlobInstruction(operation, Branch: _branches++));

    private sealed class Choice
    {
        /// <summary>The instruction that begins the alternative being compiled.</summary>
        public int Split { get; set; }

        /// <summary>The instructions that end the alternatives before it.</summary>
        public List<int> Jumps { get; } = [];
    }
}
