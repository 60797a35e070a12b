using System.Collections.Immutable;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Reads the recipes of a makefile: one script a logical line, as make gives them to the shell.</summary>
/// <remarks>Grammar: GNU make manual, "Recipe Syntax" and "Splitting Recipe Lines".</remarks>
internal static class Makefile
{
    /// <summary>The recipe lines that may call a container engine.</summary>
    public static IEnumerable<ShellScript> Scripts(SourceText source)
    {
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.GetLine(line);
            if (span.IsEmpty || source.Content[span.Start] != '\t')
                continue;
            var script = new ScriptText();
            AddLine(script, source.Content, SkipPrefix(source.Content, span));
            while (EndsInBackslash(source.Content, span) && line + 1 < source.LineCount)
            {
                line++;
                script.Add('\n', span.End);
                span = source.GetLine(line);

                // make takes one tab away from each line that follows.
                AddLine(script, source.Content, !span.IsEmpty && source.Content[span.Start] == '\t' ? TextSpan.FromBounds(span.Start + 1, span.End) : span);
            }

            if (script.MayHoldEngineCommand())
                yield return script.Parse();
        }
    }

    /// <summary>Comments that stand on a line of their own.</summary>
    public static ImmutableArray<TextSpan> Comments(SourceText source)
    {
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.GetLine(line);
            var start = span.Start;
            while (start < span.End && source.Content[start] is ' ' or '\t')
                start++;
            if (start < span.End && source.Content[start] == '#')
                comments.Add(TextSpan.FromBounds(start, span.End));
        }

        return comments.ToImmutable();
    }

    /// <summary>The line without its tab and the marks <c>@</c>, <c>-</c> and <c>+</c>.</summary>
    private static TextSpan SkipPrefix(string text, TextSpan line)
    {
        var start = line.Start;
        while (start < line.End && text[start] is '\t' or ' ' or '@' or '-' or '+')
            start++;
        return TextSpan.FromBounds(start, line.End);
    }

    private static bool EndsInBackslash(string text, TextSpan line)
    {
        var count = 0;
        while (count < line.Length && text[line.End - 1 - count] == '\\')
            count++;
        return count % 2 == 1;
    }

    private static void AddLine(ScriptText script, string text, TextSpan line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] != '$' || i + 1 >= line.End)
            {
                script.Add(text[i], i);
            }
            else if (text[i + 1] == '$')
            {
                script.Add('$', i);
                i++;
            }
            else
            {
                // $(NAME), ${NAME}, $@: make's own variables, replaced before the shell starts.
                var end = EndOfVariable(text, i + 1, line.End);
                script.AddFilledIn(end);
                i = end - 1;
            }
        }
    }

    private static int EndOfVariable(string text, int start, int end)
    {
        if (text[start] is not ('(' or '{'))
            return start + 1;
        var (open, close) = text[start] == '(' ? ('(', ')') : ('{', '}');
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i + 1;
        }

        return end;
    }
}
