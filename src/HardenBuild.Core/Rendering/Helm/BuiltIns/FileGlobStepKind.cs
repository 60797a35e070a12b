namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>What a step of a glob does.</summary>
internal enum FileGlobStepKind
{
    Character,

    /// <summary><c>?</c>: one character but the slash.</summary>
    AnyCharacter,

    /// <summary><c>[a-z]</c>: one character of a set, or not of it.</summary>
    Set,

    /// <summary><c>*</c>: any characters but the slash.</summary>
    Name,

    /// <summary><c>**</c>: any characters.</summary>
    Path,

    /// <summary>Goes on at any of several steps.</summary>
    Jump,
}
