using HardenBuild.Text;

namespace HardenBuild.Syntax.Hcl;

/// <summary><c>name = value</c>.</summary>
/// <param name="NameSpan">Without quotes.</param>
internal sealed record HclAttribute(string Name, TextSpan NameSpan, HclNode Value);
