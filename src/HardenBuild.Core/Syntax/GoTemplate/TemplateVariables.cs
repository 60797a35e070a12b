using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>The variables that are visible at a place of a template while it is parsed.</summary>
internal sealed class TemplateVariables
{
    /// <summary>How many variables a template may have at once; a room for all of them is kept for each call.</summary>
    public const int Maximum = 4_096;

    private readonly List<string> _names = ["$"];
    private readonly Dictionary<string, VariableSlot> _slots = new(StringComparer.Ordinal) { ["$"] = new VariableSlot(0, null) };

    /// <summary>How many variables there are here.</summary>
    public int Count => _names.Count;

    /// <summary>How many there were at most.</summary>
    public int Slots { get; private set; } = 1;

    public VariableNode Declare(TemplateToken token, string name)
    {
        _slots.TryGetValue(name, out var outer);
        var slot = new VariableSlot(_names.Count, outer);
        _slots[name] = slot;
        _names.Add(name);
        Slots = Math.Max(Slots, _names.Count);
        return new VariableNode(token.Span, token.Start, name, [], slot);
    }

    /// <summary>The variable that an assignment is for. Go finds out while it runs whether there is one.</summary>
    public VariableNode Assign(TemplateToken token, string name) => Refer(token, name) ?? Declare(token, name);

    /// <summary>Null where no such variable was declared.</summary>
    public VariableNode? Refer(TemplateToken token, string name) =>
        _slots.TryGetValue(name, out var slot) ? new VariableNode(token.Span, token.Start, name, [], slot) : null;

    /// <summary>Ends the variables that were declared since there were <paramref name="count"/>.</summary>
    public VariableScope Pop(int count)
    {
        var scope = new VariableScope(count, _names.Count);
        for (var i = _names.Count - 1; i >= count; i--)
        {
            if (_slots[_names[i]].Outer is { } outer)
                _slots[_names[i]] = outer;
            else
                _slots.Remove(_names[i]);
        }

        _names.RemoveRange(count, _names.Count - count);
        return scope;
    }
}
