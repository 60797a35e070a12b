namespace HardenBuild.Model.Compose.Tree;

/// <summary>What a Compose file is read with.</summary>
/// <param name="Variables">Replace the variables in its values.</param>
/// <param name="Folder">Where its relative paths start: relative to the repository root, empty for the root itself.</param>
internal sealed record ComposeScope(ComposeVariables Variables, string Folder)
{
    public static ComposeScope None { get; } = new(ComposeVariables.None, "");
}
