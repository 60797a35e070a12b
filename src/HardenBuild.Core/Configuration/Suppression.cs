using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>One name in a directive, and whether it silenced anything in this scan.</summary>
/// <param name="rules">What the name stands for: one rule of ours, or all that decide what another tool's check decides.</param>
/// <param name="name">Where the rules are named.</param>
internal sealed class Suppression(ImmutableArray<Rule> rules, TextSpan name, string reason)
{
    public ImmutableArray<Rule> Rules { get; } = rules;

    public TextSpan Name { get; } = name;

    /// <summary>Empty where none is given.</summary>
    public string Reason { get; } = reason;

    /// <summary>The tool that the comment is written for; null where it is written for us.</summary>
    public string? Peer { get; init; }

    /// <inheritdoc cref="SuppressionDirective.IsBlanket"/>
    public bool IsBlanket { get; init; }

    public bool IsUsed { get; set; }
}
