namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>The characters that a match can begin with, as far as ASCII goes: all others are passed over quickly.</summary>
internal sealed class FirstCharacters
{
    private const int Count = 128;

    private readonly bool[] _table = new bool[Count];

    private FirstCharacters()
    {
    }

    /// <summary>Null where a match may be empty, so that it can begin anywhere.</summary>
    public static FirstCharacters? Of(RegexInstruction[] instructions)
    {
        var first = new FirstCharacters();
        var seen = new bool[instructions.Length];
        var pending = new Stack<int>();
        pending.Push(0);
        while (pending.Count > 0)
        {
            var index = pending.Pop();
            if (seen[index])
                continue;
            seen[index] = true;
            var instruction = instructions[index];
            switch (instruction.Operation)
            {
                case RegexOperation.Match:
                    return null;
                case RegexOperation.Characters:
                    first.Add(instruction.Set!);
                    break;
                case RegexOperation.Split:
                    pending.Push(instruction.Next);
                    pending.Push(instruction.Other);
                    break;
                default:
                    pending.Push(instruction.Next);
                    break;
            }
        }

        return first;
    }

    /// <summary>The first place from an offset on where a match may begin; the end of the text where there is none.</summary>
    public int Skip(string text, int offset)
    {
        while (offset < text.Length && text[offset] < Count && !_table[text[offset]])
            offset++;
        return offset;
    }

    private void Add(CharacterSet set)
    {
        for (var character = 0; character < Count; character++)
            _table[character] |= set.Contains(character);
    }
}
