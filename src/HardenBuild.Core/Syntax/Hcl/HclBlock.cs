using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Hcl;

/// <summary><c>target "web" { … }</c>.</summary>
/// <param name="Label">The first label; empty without one.</param>
/// <param name="Span">From the type to the closing brace.</param>
internal sealed record HclBlock(string Type, string Label, TextSpan LabelSpan, ImmutableArray<HclAttribute> Attributes, TextSpan Span)
{
    public HclNode? this[string name] => Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value;
}
