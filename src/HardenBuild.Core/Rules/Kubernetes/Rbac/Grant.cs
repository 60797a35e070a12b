using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Something that a role allows and a rule reports.</summary>
/// <param name="Item">The item of the role's text that a person would change.</param>
internal sealed record Grant(Located<string> Item)
{
    /// <summary>The most that the grant deserves.</summary>
    public RuleSeverity AtMost { get; init; } = RuleSeverity.Error;

    /// <summary>Other items that belong to the same grant.</summary>
    public ImmutableArray<Located<string>> Also { get; init; } = [];

    public static Grant? Of(Located<string>? item, RuleSeverity atMost = RuleSeverity.Error) => item is { } known ? new Grant(known) { AtMost = atMost } : null;
}
