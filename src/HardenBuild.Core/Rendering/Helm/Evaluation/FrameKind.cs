namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>How a template came to run.</summary>
internal enum FrameKind
{
    /// <summary>It is a file of the chart.</summary>
    File,

    /// <summary>By the <c>template</c> action, which prints straight into the text of the caller.</summary>
    Template,

    /// <summary>By the <c>include</c> function.</summary>
    Include,

    /// <summary>By the <c>tpl</c> function: it is a text, not a file.</summary>
    Text,
}
