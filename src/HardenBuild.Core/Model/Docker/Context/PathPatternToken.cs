namespace HardenBuild.Model.Docker.Context;

/// <summary>One part of a glob.</summary>
internal readonly record struct PathPatternToken(PathPatternTokenKind Kind, char Character, CharacterSet? Set)
{
    public static PathPatternToken AnyCharacter => new(PathPatternTokenKind.AnyCharacter, default, null);

    public static PathPatternToken Name => new(PathPatternTokenKind.Name, default, null);

    public static PathPatternToken FoldersStart => new(PathPatternTokenKind.FoldersStart, default, null);

    public static PathPatternToken Folders => new(PathPatternTokenKind.Folders, default, null);

    public static PathPatternToken Everything => new(PathPatternTokenKind.Everything, default, null);

    public static PathPatternToken Literal(char character) => new(PathPatternTokenKind.Literal, character, null);

    public static PathPatternToken OneOf(CharacterSet set) => new(PathPatternTokenKind.OneOf, default, set);

    /// <summary>Whether the part goes on, and whether it ends, with a character.</summary>
    public (bool Stays, bool Advances) Step(char c) => Kind switch
    {
        PathPatternTokenKind.Literal => (false, c == Character),
        PathPatternTokenKind.AnyCharacter => (false, c != '/'),
        PathPatternTokenKind.OneOf => (false, Set!.Contains(c)),
        PathPatternTokenKind.Name => (c != '/', false),
        PathPatternTokenKind.Folders => (true, c == '/'),
        PathPatternTokenKind.Everything => (true, false),
        _ => (false, false),
    };
}
