using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Model.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>What a rule has to say about one place.</summary>
/// <param name="Location">The smallest token a person would change.</param>
/// <param name="Arguments">The values in the rule's message.</param>
public sealed record Finding(Rule Rule, SourceLocation Location, ImmutableArray<string> Arguments)
{
    /// <summary>Further places that belong to the same cause.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>The same finding at each of the <see cref="Related"/> places, in their order, where it can be silenced at one place and stay at the others. Empty in results.</summary>
    internal ImmutableArray<Finding> Repeats { get; init; } = [];

    /// <summary>The construct's name independent of its line: <c>Deployment/api/container/web</c>, <c>service web</c>, <c>stage final</c>.</summary>
    public string? LogicalPath { get; init; }

    /// <summary>The values files with which a chart renders what is reported, where it does not with all; empty otherwise.</summary>
    public ImmutableArray<string> OnlyWith { get; init; } = [];

    /// <summary>The most that the circumstances deserve where the rule's own severity holds: a placeholder password is a suggestion where a real one is a warning.</summary>
    public RuleSeverity AtMost { get; init; } = RuleSeverity.Error;

    /// <summary>One line without a full stop. A credential in the user's text that it quotes is masked.</summary>
    public string Message => SecretMask.Apply(string.Format(CultureInfo.InvariantCulture, Rule.Metadata.MessageFormat, [.. Arguments])) + Circumstance;

    private string Circumstance => OnlyWith.Length switch
    {
        0 => "",
        1 => $"; only with '{OnlyWith[0]}'",
        2 => $"; only with '{OnlyWith[0]}' and '{OnlyWith[1]}'",
        _ => $"; only with '{OnlyWith[0]}' and {OnlyWith.Length - 1} other values files",
    };
}
