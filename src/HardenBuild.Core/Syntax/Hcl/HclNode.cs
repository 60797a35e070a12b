using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Hcl;

/// <summary>A value in an HCL file.</summary>
/// <param name="Span">The whole expression, quotes included.</param>
internal abstract record HclNode(TextSpan Span);

/// <summary>A text in quotes or a here-document.</summary>
/// <param name="Value">Null when it holds an interpolation.</param>
internal sealed record HclText(TextSpan Span, string? Value) : HclNode(Span);

/// <summary>A number, a boolean or null, as written.</summary>
internal sealed record HclWord(TextSpan Span, string Word) : HclNode(Span);

/// <summary>A list.</summary>
internal sealed record HclList(TextSpan Span, ImmutableArray<HclNode> Items) : HclNode(Span);

/// <summary>An object.</summary>
internal sealed record HclObject(TextSpan Span, ImmutableArray<HclAttribute> Members) : HclNode(Span);

/// <summary>Anything that has to be evaluated.</summary>
internal sealed record HclUnknown(TextSpan Span) : HclNode(Span);
