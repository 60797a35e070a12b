namespace HardenBuild.Scanning.Discovery;

internal enum GlobTokenKind
{
    Literal,

    /// <summary><c>?</c>: one character other than a slash.</summary>
    One,

    /// <summary><c>[…]</c>: one character of a set, never a slash.</summary>
    Class,

    /// <summary><c>*</c>: any characters within one path segment.</summary>
    Star,

    /// <summary>A <c>**</c> at the end: everything below.</summary>
    AnyPath,

    /// <summary><c>**/</c>: nothing, or what <see cref="FolderPath"/> takes, which always follows.</summary>
    AnyFolders,

    /// <summary>Anything that ends with a slash.</summary>
    FolderPath,
}
