namespace HardenBuild.Syntax.Shell;

/// <summary>What a backslash means in a piece of literal text. POSIX.1-2024, Shell Command Language, section 2.2.</summary>
internal enum Quoting
{
    None,
    Single,
    Double,

    /// <summary>Dollar-single-quotes with C escapes.</summary>
    Ansi,
    HereDocument,
}
