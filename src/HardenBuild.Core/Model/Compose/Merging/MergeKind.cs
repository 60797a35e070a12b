namespace HardenBuild.Model.Compose.Merging;

/// <summary>What becomes of a value that a later file has too.</summary>
internal enum MergeKind
{
    /// <summary>Mappings are merged by key, lists appended, single values replaced.</summary>
    Merge,

    /// <summary>The later value stands alone.</summary>
    Replace,

    /// <summary>As <see cref="Replace"/>, and null is a value too: a variable without one comes from outside.</summary>
    ReplaceWithNull,

    /// <summary>Mappings with different <c>driver</c>s replace each other.</summary>
    MergeSameDriver,
}
