namespace HardenBuild.Text;

/// <summary>Goes through the text of a comment from left to right.</summary>
internal struct CommentReader
{
    private readonly string _text;

    public CommentReader(string text, TextSpan span)
    {
        _text = text;
        Position = span.Start;
        End = span.End;
    }

    public int Position { get; private set; }

    /// <summary>Where the comment ends, without the blanks at its end after <see cref="OfComment"/>.</summary>
    public int End { get; }

    public readonly bool IsAtEnd => Position >= End;

    /// <summary>Begins behind the mark of a comment (<c>#</c>, several of them, or the <c>//</c> of a parser directive) and the blanks that follow.</summary>
    public static CommentReader OfComment(string text, TextSpan comment)
    {
        var end = comment.End;
        while (end > comment.Start && char.IsWhiteSpace(text[end - 1]))
            end--;

        var reader = new CommentReader(text, TextSpan.FromBounds(comment.Start, end));
        reader.SkipWhile(static c => c is '#' or '/' || char.IsWhiteSpace(c));
        return reader;
    }

    /// <returns>Whether there were any.</returns>
    public bool SkipBlanks() => !SkipWhile(char.IsWhiteSpace).IsEmpty;

    public TextSpan SkipWhile(Func<char, bool> accepts)
    {
        var start = Position;
        while (Position < End && accepts(_text[Position]))
            Position++;
        return TextSpan.FromBounds(start, Position);
    }

    /// <summary>Reads a word if it stands here; case matters.</summary>
    public bool TryRead(string word)
    {
        if (Position + word.Length > End || string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0)
            return false;

        Position += word.Length;
        return true;
    }

    /// <summary>Goes behind the next occurrence of a word.</summary>
    public bool TryFind(string word)
    {
        var found = End - Position >= word.Length ? _text.IndexOf(word, Position, End - Position, StringComparison.Ordinal) : -1;
        if (found < 0)
            return false;

        Position = found + word.Length;
        return true;
    }

    /// <summary>Reads up to the end.</summary>
    public TextSpan ReadRest()
    {
        var rest = TextSpan.FromBounds(Position, End);
        Position = End;
        return rest;
    }
}
