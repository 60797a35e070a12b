namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>What an instruction of a compiled expression does.</summary>
internal enum RegexOperation
{
    Match,

    /// <summary>Takes one character of a set.</summary>
    Characters,

    /// <summary>Goes on at two places, the first one preferred.</summary>
    Split,
    Jump,

    /// <summary>Remembers the position.</summary>
    Save,
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NotWordBoundary,
}
