namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Runs a compiled expression over a text: all ways at once, so that time is linear in the text, and the leftmost and most preferred one wins.</summary>
internal sealed class RegexMatcher
{
    private readonly RegexInstruction[] _instructions;
    private readonly RenderBudget _budget;
    private readonly string _text;

    // Where no group is asked for, the first match that is found will do, and nothing is remembered.
    private readonly bool _wantsGroups;
    private readonly int[] _noSlots;
    private readonly Stack<(int Instruction, int[] Saved)> _pending = new();
    private RegexThreads _current;
    private RegexThreads _next;

    /// <param name="groups">Including the whole match; none asks only whether there is a match.</param>
    public RegexMatcher(RegexInstruction[] instructions, int groups, string text, RenderBudget budget)
    {
        _instructions = instructions;
        _budget = budget;
        _text = text;
        _wantsGroups = groups > 0;
        _noSlots = new int[2 * groups];
        for (var i = 0; i < _noSlots.Length; i++)
            _noSlots[i] = -1;
        _current = new RegexThreads(instructions.Length);
        _next = new RegexThreads(instructions.Length);
    }

    /// <summary>Where a match may begin; null for anywhere.</summary>
    public FirstCharacters? First { get; init; }

    /// <summary>What every match contains.</summary>
    public string Required { get; init; } = "";

    /// <summary>The first match from an offset on.</summary>
    /// <returns>Start and end of each group, -1 for one that took no part; null where there is no match.</returns>
    public int[]? Find(int offset)
    {
        int[]? found = null;
        _current.Clear();
        if (Required.Length > 0 && _text.IndexOf(Required, offset, StringComparison.Ordinal) < 0)
        {
            _budget.Spend(1 + ((_text.Length - offset) >> 10));
            return null;
        }

        for (var position = offset; ;)
        {
            if (_current.Count == 0 && found is null && First is not null)
                position = Skip(position);
            _budget.Spend(1 + (_current.Count >> 3));
            if (found is null)
                Follow(_current, 0, _noSlots, position);
            if (_current.Count == 0 && (found is not null || IsAnchored))
                return found;
            var length = 0;
            var character = position < _text.Length ? RegexText.CharacterAt(_text, position, out length) : -1;
            Step(character, position + length, ref found);
            (_current, _next) = (_next, _current);
            _next.Clear();
            if (character < 0 || (found is not null && !_wantsGroups))
                return found;
            position += length;
        }
    }

    // The second instruction after the start of the whole match.
    private bool IsAnchored => _instructions[1].Operation == RegexOperation.TextStart;

    private void Step(int character, int after, ref int[]? found)
    {
        for (var i = 0; i < _current.Count; i++)
        {
            var (index, saved) = _current[i];
            var instruction = _instructions[index];
            if (instruction.Operation == RegexOperation.Match)
            {
                // Less preferred ways end here.
                found = saved;
                return;
            }

            if (character >= 0 && instruction.Set!.Contains(character))
                Follow(_next, instruction.Next, saved, after);
        }
    }

    // Adds all instructions that take a character, or match, and can be reached without taking one.
    private void Follow(RegexThreads threads, int start, int[] saved, int position)
    {
        _pending.Push((start, saved));
        while (_pending.Count > 0)
        {
            var (index, slots) = _pending.Pop();
            if (!threads.TryVisit(index))
                continue;
            var instruction = _instructions[index];
            switch (instruction.Operation)
            {
                case RegexOperation.Match or RegexOperation.Characters:
                    threads.Add(index, slots);
                    break;
                case RegexOperation.Split:
                    _pending.Push((instruction.Other, slots));
                    _pending.Push((instruction.Next, slots));
                    break;
                case RegexOperation.Jump:
                    _pending.Push((instruction.Next, slots));
                    break;
                case RegexOperation.Save:
                    _pending.Push((instruction.Next, _wantsGroups ? With(slots, instruction.Other, position) : slots));
                    break;
                default:
                    if (Holds(instruction.Operation, position))
                        _pending.Push((instruction.Next, slots));
                    break;
            }
        }
    }

    private bool Holds(RegexOperation assertion, int position) => assertion switch
    {
        RegexOperation.TextStart => position == 0,
        RegexOperation.TextEnd => position == _text.Length,
        RegexOperation.LineStart => position == 0 || _text[position - 1] == '\n',
        RegexOperation.LineEnd => position == _text.Length || _text[position] == '\n',
        _ => IsWordBoundary(position) == (assertion == RegexOperation.WordBoundary),
    };

    private bool IsWordBoundary(int position)
    {
        var before = position > 0 && RegexText.IsWord(_text[position - 1]);
        var after = position < _text.Length && RegexText.IsWord(_text[position]);
        return before != after;
    }

    private static int[] With(int[] slots, int slot, int position)
    {
        var copy = (int[])slots.Clone();
        copy[slot] = position;
        return copy;
    }

    private int Skip(int position)
    {
        var next = First!.Skip(_text, position);
        _budget.Spend((next - position) >> 10);
        return next;
    }
}
