namespace HardenBuild.Syntax.Yaml;

/// <summary>How a scalar is written.</summary>
internal enum YamlScalarStyle
{
    Plain,

    /// <summary><c>'a'</c>.</summary>
    SingleQuoted,

    /// <summary><c>"a"</c>.</summary>
    DoubleQuoted,

    /// <summary><c>|</c>: line breaks are kept.</summary>
    Literal,

    /// <summary><c>&gt;</c>: line breaks become spaces.</summary>
    Folded,
}
