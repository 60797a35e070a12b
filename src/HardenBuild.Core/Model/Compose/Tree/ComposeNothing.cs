using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>The value that a short form leaves out: of <c>A</c> in a list of variables, of a network in a list of names.</summary>
internal sealed class ComposeNothing(YamlScalar written) : ComposeNode(written)
{
    public override bool IsNull => true;
}
