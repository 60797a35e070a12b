namespace HardenBuild.Configuration;

/// <summary>The glob of a section: which paths, relative to the directory of its file, the section is about.</summary>
/// <remarks>
/// Matches as Roslyn does, which turns the glob into a regular expression and looks at the one match that backtracking finds first:
/// a number of <c>{1..9}</c> is compared only after the match, takes all digits it can, and must take part in the match.
/// Differences, all on purpose: an escaped letter in a class is that letter (<c>[\d]</c> is not a digit), a class that Roslyn fails to compile makes the glob
/// invalid, a line break in a path is an ordinary character, and a glob may have <see cref="MaxLength"/> characters.
/// </remarks>
internal sealed class SectionGlob
{
    /// <summary>Longest glob that is matched, in UTF-16 code units: bounds time and memory to 1,024 times the length of the path.</summary>
    public const int MaxLength = 1024;

    private readonly GlobInstruction[] _instructions;
    private readonly CharacterClass[] _classes;
    private readonly (int Minimum, int Maximum)[] _ranges;
    private readonly int _branchCount;
    private readonly string _suffix;

    private SectionGlob(GlobCompiler compiler)
    {
        _instructions = [.. compiler.Instructions];
        _classes = [.. compiler.Classes];
        _ranges = [.. compiler.Ranges];
        _branchCount = compiler.BranchCount;
        _suffix = LiteralSuffix(_instructions);
    }

    /// <summary>The matcher for the name of a section, or null where the name is not a glob.</summary>
    public static SectionGlob? TryCreate(string name)
    {
        if (name.Length > MaxLength)
            return null;

        var compiler = new GlobCompiler(name);
        return compiler.TryCompile() ? new SectionGlob(compiler) : null;
    }

    /// <param name="path">Relative to the directory of the configuration file, with forward slashes and one of them in front.</param>
    public bool IsMatch(string path)
    {
        if (!path.EndsWith(_suffix, StringComparison.Ordinal))
            return false;

        // Each branch is tried at most once at each position: the outcome does not depend on the way there.
        var words = ((_branchCount * (path.Length + 1)) + 63) / 64;
        var visited = words <= 64 ? stackalloc ulong[words] : new ulong[words];
        var saved = _ranges.Length == 0 ? [] : new int[2 * _ranges.Length];
        saved.AsSpan().Fill(-1);
        return Search(path, visited, saved) && NumbersFit(path, saved);
    }

    // The characters that the glob ends with outside of braces: most sections are decided by a file's extension.
    private static string LiteralSuffix(GlobInstruction[] instructions)
    {
        var start = instructions.Length - 1;
        while (start > 0 && instructions[start - 1].Operation == GlobOperation.Character)
            start--;

        // Alternatives end where a jump leads to; a tail that begins there is shared by all of them.
        foreach (var instruction in instructions)
        {
            if (instruction.Operation == GlobOperation.Jump)
                start = Math.Max(start, instruction.Operand);
        }

        var characters = new char[instructions.Length - 1 - start];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = (char)instructions[start + i].Operand;
        return new string(characters);
    }

    /// <summary>Depth-first in order of preference. A negative entry of the stack restores a saved position.</summary>
    private bool Search(string path, Span<ulong> visited, int[] saved)
    {
        var pending = new BacktrackStack(stackalloc int[128]);
        pending.Push(0, 0);
        while (pending.TryPop(out var instruction, out var position))
        {
            if (instruction < 0)
                saved[~instruction] = position;
            else if (Run(path, instruction, position, visited, saved, ref pending))
                return true;
        }

        return false;
    }

    private bool Run(string path, int next, int position, Span<ulong> visited, int[] saved, ref BacktrackStack pending)
    {
        while (true)
        {
            var instruction = _instructions[next];
            if (instruction.Branch >= 0 && !Visit(visited, (instruction.Branch * (path.Length + 1)) + position))
                return false;

            var c = position < path.Length ? path[position] : '\0';
            var hasCharacter = position < path.Length;
            switch (instruction.Operation)
            {
                case GlobOperation.End:
                    return !hasCharacter;
                case GlobOperation.Jump:
                    next = instruction.Operand;
                    continue;
                case GlobOperation.Save:
                    pending.Push(~instruction.Operand, saved[instruction.Operand]);
                    saved[instruction.Operand] = position;
                    next++;
                    continue;
                case GlobOperation.Split:
                    if (instruction.Operand >= 0)
                        pending.Push(instruction.Operand, position);
                    next++;
                    continue;
                case GlobOperation.OptionalMinus:
                    if (hasCharacter && c == '-')
                    {
                        pending.Push(next + 1, position);
                        position++;
                    }

                    next++;
                    continue;
                case GlobOperation.Star or GlobOperation.DoubleStar or GlobOperation.Digits:
                    if (hasCharacter && Repeats(instruction.Operation, c))
                    {
                        pending.Push(next + 1, position);
                        position++;
                    }
                    else
                    {
                        next++;
                    }

                    continue;
                default:
                    if (!hasCharacter || !Consumes(instruction, c))
                        return false;
                    position++;
                    next++;
                    continue;
            }
        }
    }

    private static bool Repeats(GlobOperation operation, char c) => operation switch
    {
        GlobOperation.Star => c != '/',
        GlobOperation.Digits => IsDigit(c),
        _ => true,
    };

    private bool Consumes(GlobInstruction instruction, char c) => instruction.Operation switch
    {
        GlobOperation.Character => c == instruction.Operand,
        GlobOperation.Class => _classes[instruction.Operand].Contains(c),
        GlobOperation.Digit => IsDigit(c),
        _ => true,
    };

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool Visit(Span<ulong> visited, int state)
    {
        var bit = 1UL << (state & 63);
        if ((visited[state >> 6] & bit) != 0)
            return false;

        visited[state >> 6] |= bit;
        return true;
    }

    private bool NumbersFit(string path, int[] saved)
    {
        for (var i = 0; i < _ranges.Length; i++)
        {
            var (start, end) = (saved[2 * i], saved[(2 * i) + 1]);
            if (end < 0 || ReadNumber(path, start, end) is var number && (number < _ranges[i].Minimum || number > _ranges[i].Maximum))
                return false;
        }

        return true;
    }

    private static long ReadNumber(string path, int start, int end)
    {
        var isNegative = path[start] == '-';
        var number = 0L;
        // A number beyond 32 bits is in no range, however it goes on.
        for (var i = isNegative ? start + 1 : start; i < end && number <= uint.MaxValue; i++)
            number = (number * 10) + (path[i] - '0');
        return isNegative ? -number : number;
    }
}
