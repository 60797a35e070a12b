using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Hcl;

/// <summary>A file in HashiCorp's configuration language: its blocks and comments. Expressions are read, not evaluated.</summary>
/// <remarks>Grammar: github.com/hashicorp/hcl, hclsyntax/spec.md. Blocks within blocks are skipped: bake files have none that matter.</remarks>
internal sealed record HclFile(SourceText Source, ImmutableArray<HclBlock> Blocks, ImmutableArray<TextSpan> Comments)
{
    /// <summary>Reads a file. Never throws for its content: what is no HCL is left out.</summary>
    public static HclFile Parse(SourceText source) => new HclReader(source).Read();
}
