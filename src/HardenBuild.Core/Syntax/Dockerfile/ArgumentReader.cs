using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Splits arguments into words.</summary>
internal static class ArgumentReader
{
    /// <summary>Words between blanks; quotes mean nothing here.</summary>
    public static ImmutableArray<DockerfileWord> Split(LogicalText text, char escape)
    {
        var words = ImmutableArray.CreateBuilder<DockerfileWord>();
        var characters = text.Characters;
        for (var start = DockerfileCharacters.SkipBlanks(characters, 0); start < characters.Length;)
        {
            var end = DockerfileCharacters.SkipNonBlanks(characters, start);
            words.Add(DockerfileWord.Plain(text.Slice(start, end - start), escape));
            start = DockerfileCharacters.SkipBlanks(characters, end);
        }

        return words.ToImmutable();
    }

    /// <summary>Words between white space outside quotes and escapes, as ENV, LABEL and ARG read them; quotes are kept.</summary>
    public static List<LogicalText> SplitQuoted(LogicalText text, char escape)
    {
        var words = new List<LogicalText>();
        var characters = text.Characters;
        for (var start = SkipWhiteSpace(characters, 0); start < characters.Length;)
        {
            var end = EndOfQuotedWord(characters, start, escape);
            words.Add(text.Slice(start, end - start));
            start = SkipWhiteSpace(characters, end);
        }

        return words;
    }

    private static int EndOfQuotedWord(ReadOnlySpan<char> text, int start, char escape)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == escape && quote != '\'')
                i++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (char.IsWhiteSpace(c))
                return i;
        }

        return text.Length;
    }

    private static int SkipWhiteSpace(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}
