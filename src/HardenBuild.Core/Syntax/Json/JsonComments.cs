using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Json;

/// <summary>Takes the comments out of JSON with comments, so that it can be read as JSON: every other character stays where it is.</summary>
/// <remarks>code.visualstudio.com/docs/languages/json, "JSON with Comments".</remarks>
internal static class JsonComments
{
    /// <summary>The text with blanks in place of comments.</summary>
    /// <param name="comments">With their marks, in order.</param>
    public static SourceText Remove(SourceText source, out ImmutableArray<TextSpan> comments)
    {
        var text = source.Content;
        comments = [];
        if (!text.Contains("//", StringComparison.Ordinal) && !text.Contains("/*", StringComparison.Ordinal))
            return source;

        var found = ImmutableArray.CreateBuilder<TextSpan>();
        var characters = text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i = EndOfString(text, i);
            }
            else if (text[i] == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*')
            {
                var end = EndOfComment(text, i);
                found.Add(TextSpan.FromBounds(i, end));
                for (var j = i; j < end; j++)
                    characters[j] = text[j] is '\r' or '\n' ? text[j] : ' ';
                i = end - 1;
            }
        }

        comments = found.ToImmutable();
        return SourceText.From(source.Path, new string(characters));
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] is '"' or '\n')
                return i;
        }

        return text.Length;
    }

    private static int EndOfComment(string text, int start)
    {
        var end = text[start + 1] == '/' ? text.IndexOfAny(['\r', '\n'], start) : text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        if (end < 0)
            return text.Length;
        return text[start + 1] == '/' ? end : end + 2;
    }
}
