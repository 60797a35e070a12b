namespace HardenBuild.Model.Compose.Tree;

/// <summary>The tags that change how a value is merged.</summary>
internal enum MergeTag
{
    None,

    /// <summary><c>!reset</c></summary>
    Reset,

    /// <summary><c>!override</c></summary>
    Override,
}
