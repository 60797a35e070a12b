namespace HardenBuild.Rendering.Helm.Functions.Versions;

/// <summary>Reads the parts of a version, or of the version of a constraint, in which parts may be <c>x</c> or <c>*</c>.</summary>
internal sealed class VersionReader(string text)
{
    public int Position { get; set; }

    public string Major { get; private set; } = "";

    public string Minor { get; private set; } = "";

    public string Patch { get; private set; } = "";

    public string Prerelease { get; private set; } = "";

    public string Metadata { get; private set; } = "";

    /// <summary>Reads the longest version at <see cref="Position"/>.</summary>
    /// <param name="end">Offset in the text to stop at.</param>
    public bool TryRead(bool allowsWildcards, int end)
    {
        var start = Position;
        if (Position < end && text[Position] == 'v')
            Position++;
        Major = Segment(allowsWildcards, end);
        if (Major.Length == 0)
        {
            Position = start;
            return false;
        }

        Minor = Follows('.', end, () => Segment(allowsWildcards, end));
        Patch = Minor.Length == 0 ? "" : Follows('.', end, () => Segment(allowsWildcards, end));
        Prerelease = Follows('-', end, () => Identifiers(end));
        Metadata = Follows('+', end, () => Identifiers(end));
        return true;
    }

    public static bool IsWildcard(string segment) => segment is "x" or "X" or "*";

    // What a mark announces; nothing is taken where it is missing.
    private string Follows(char mark, int end, Func<string> read)
    {
        var start = Position;
        if (Position >= end || text[Position] != mark)
            return "";
        Position++;
        var part = read();
        if (part.Length == 0)
            Position = start;
        return part;
    }

    private string Segment(bool allowsWildcards, int end)
    {
        var start = Position;
        while (Position < end && (text[Position] is >= '0' and <= '9' || (allowsWildcards && text[Position] is 'x' or 'X' or '*')))
            Position++;
        return text.Substring(start, Position - start);
    }

    private string Identifiers(int end)
    {
        var start = Position;
        while (Position < end && IsIdentifier(text[Position]))
        {
            while (Position < end && IsIdentifier(text[Position]))
                Position++;
            if (Position + 1 >= end || text[Position] != '.' || !IsIdentifier(text[Position + 1]))
                break;
            Position++;
        }

        return text.Substring(start, Position - start);
    }

    private static bool IsIdentifier(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '-';
}
