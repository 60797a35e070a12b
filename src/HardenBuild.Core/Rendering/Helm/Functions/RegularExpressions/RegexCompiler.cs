namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Turns an expression into instructions.</summary>
internal sealed class RegexCompiler(string pattern)
{
    // Matching costs the length of the text times the number of instructions.
    private const int MaximumInstructions = 20_000;

    private readonly List<RegexInstruction> _instructions = [];

    public static RegexInstruction[] Compile(RegexNode node, string pattern)
    {
        var compiler = new RegexCompiler(pattern);
        compiler.Emit(new RegexNode.Capture(node, 0));
        compiler.Add(RegexOperation.Match, 0);
        return compiler._instructions.ToArray();
    }

    private void Emit(RegexNode node)
    {
        StackGuard.Require();
        switch (node)
        {
            case RegexNode.Characters characters:
                Add(RegexOperation.Characters, 0, characters.Set);
                break;
            case RegexNode.Assertion assertion:
                Add(assertion.Operation, 0);
                break;
            case RegexNode.Capture capture:
                Add(RegexOperation.Save, 2 * capture.Index);
                Emit(capture.Body);
                Add(RegexOperation.Save, (2 * capture.Index) + 1);
                break;
            case RegexNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Emit(part);
                break;
            case RegexNode.Alternatives alternatives:
                EmitAlternatives(alternatives.Choices);
                break;
            case RegexNode.Repeat repeat:
                EmitRepeat(repeat);
                break;
        }
    }

    private void EmitAlternatives(List<RegexNode> choices)
    {
        List<int> exits = [];
        for (var i = 0; i < choices.Count; i++)
        {
            if (i == choices.Count - 1)
            {
                Emit(choices[i]);
                break;
            }

            var split = Add(RegexOperation.Split, 0);
            Emit(choices[i]);
            exits.Add(Add(RegexOperation.Jump, 0));
            _instructions[split] = _instructions[split] with { Other = _instructions.Count };
        }

        foreach (var exit in exits)
            _instructions[exit] = _instructions[exit] with { Next = _instructions.Count };
    }

    private void EmitRepeat(RegexNode.Repeat repeat)
    {
        for (var i = 0; i < repeat.Minimum - (repeat.Maximum < 0 ? 1 : 0); i++)
            Emit(repeat.Body);
        if (repeat.Maximum < 0)
        {
            EmitEndless(repeat);
            return;
        }

        List<int> exits = [];
        for (var i = repeat.Minimum; i < repeat.Maximum; i++)
        {
            exits.Add(Add(RegexOperation.Split, 0));
            Emit(repeat.Body);
        }

        foreach (var exit in exits)
            Branch(exit, exit + 1, _instructions.Count, repeat.IsGreedy);
    }

    private void EmitEndless(RegexNode.Repeat repeat)
    {
        if (repeat.Minimum > 0)
        {
            var body = _instructions.Count;
            Emit(repeat.Body);
            var again = Add(RegexOperation.Split, 0);
            Branch(again, body, again + 1, repeat.IsGreedy);
            return;
        }

        var split = Add(RegexOperation.Split, 0);
        Emit(repeat.Body);
        // Through a second branch instead of a jump back: an empty pass must not take the place of the way out.
        var loop = Add(RegexOperation.Split, 0);
        Branch(loop, split + 1, loop + 1, repeat.IsGreedy);
        Branch(split, split + 1, _instructions.Count, repeat.IsGreedy);
    }

    private void Branch(int index, int inside, int outside, bool isGreedy) => _instructions[index] = isGreedy
        ? _instructions[index] with { Next = inside, Other = outside }
        : _instructions[index] with { Next = outside, Other = inside };

    private int Add(RegexOperation operation, int other, CharacterSet? set = null)
    {
        if (_instructions.Count >= MaximumInstructions)
            throw new RegexSyntaxException("expression too large", pattern);
        _instructions.Add(new RegexInstruction(operation, _instructions.Count + 1, other, set));
        return _instructions.Count - 1;
    }
}
