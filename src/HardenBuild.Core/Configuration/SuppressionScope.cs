namespace HardenBuild.Configuration;

/// <summary>How far a directive in a comment reaches.</summary>
internal enum SuppressionScope
{
    /// <summary>The next line of code and the largest construct that begins there: a stage above its FROM.</summary>
    Construct,

    /// <summary>The next line of code and the smallest construct that begins there: only the FROM itself.</summary>
    Instruction,

    /// <summary>The next line of code, or the comment's own where it stands behind code.</summary>
    Line,

    /// <summary>As <see cref="Construct"/>, and behind code the largest construct that begins on the comment's own line.</summary>
    Block,

    /// <summary>The object that the comment stands in, else the one that begins on the next line of code.</summary>
    Document,

    /// <summary>The whole file, from anywhere in it.</summary>
    File,

    /// <summary>The whole file, but only from above the first line of code; elsewhere it means nothing.</summary>
    FileFromHead,
}
