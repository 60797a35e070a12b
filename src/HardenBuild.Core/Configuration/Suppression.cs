using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>One rule that a directive silences, and whether it did so in this scan.</summary>
/// <param name="name">Where the rule is named.</param>
internal sealed class Suppression(Rule rule, TextSpan name, string reason)
{
    public Rule Rule { get; } = rule;

    public TextSpan Name { get; } = name;

    /// <summary>Empty where none is given.</summary>
    public string Reason { get; } = reason;

    public bool IsUsed { get; set; }
}
