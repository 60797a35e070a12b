namespace HardenBuild.Model.Docker.Context;

/// <summary>What a part of a glob matches.</summary>
internal enum PathPatternTokenKind
{
    Literal,

    /// <summary><c>?</c>: one character but the slash.</summary>
    AnyCharacter,

    /// <summary><c>[a-z]</c>: one character of a set.</summary>
    OneOf,

    /// <summary><c>*</c>: any characters but the slash.</summary>
    Name,

    /// <summary>Where <c>**/</c> begins: it may match nothing.</summary>
    FoldersStart,

    /// <summary>Inside <c>**/</c>: anything up to and including a slash.</summary>
    Folders,

    /// <summary><c>**</c> at the end: the rest.</summary>
    Everything,
}
