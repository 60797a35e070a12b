namespace HardenBuild.Scanning.Discovery;

/// <summary>One step of a glob.</summary>
/// <param name="Character">The character of a <see cref="GlobTokenKind.Literal"/>.</param>
/// <param name="Class">The bracket expression of a <see cref="GlobTokenKind.Class"/>.</param>
internal readonly record struct GlobToken(GlobTokenKind Kind, char Character = '\0', CharacterClass? Class = null)
{
    /// <summary>Whether a token that takes exactly one character takes this one.</summary>
    public bool Matches(char c, bool ignoreCase) => Kind switch
    {
        GlobTokenKind.Literal => c == Character || (ignoreCase && char.ToUpperInvariant(c) == char.ToUpperInvariant(Character)),
        GlobTokenKind.One => c != '/',
        GlobTokenKind.Class => c != '/' && Class!.Contains(c, ignoreCase),
        _ => false,
    };
}
