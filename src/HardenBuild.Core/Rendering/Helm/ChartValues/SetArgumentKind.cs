namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>How the value in an argument of the command line is read.</summary>
internal enum SetArgumentKind
{
    /// <summary><c>--set-json</c>: JSON after each key, or one object.</summary>
    Json,

    /// <summary><c>--set</c>: booleans, nulls and whole numbers by their look, else strings.</summary>
    Typed,

    /// <summary><c>--set-string</c>: strings.</summary>
    Text,

    /// <summary><c>--set-file</c>: the content of the file that stands after the key.</summary>
    File,

    /// <summary><c>--set-literal</c>: the rest of the argument as one string.</summary>
    Literal,
}
