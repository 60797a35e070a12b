namespace HardenBuild.Syntax.Shell;

/// <summary>What stands after a pipeline in a list.</summary>
internal enum ListOperator
{
    /// <summary>The end of the list.</summary>
    None,

    /// <summary><c>;</c> or a line break.</summary>
    Sequence,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;</c></summary>
    Background,
}
