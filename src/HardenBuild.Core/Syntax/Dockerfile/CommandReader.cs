using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads a command in exec form or shell form.</summary>
internal sealed class CommandReader(string content, char escape)
{
    /// <summary>The command, or null and an error when the arguments are a JSON array of something else than strings.</summary>
    public DockerfileCommand? Read(LogicalText text, ImmutableArray<Heredoc> heredocs, ref SyntaxError? error)
    {
        var json = JsonArgumentReader.Read(text, escape);
        if (json.NotStrings is not null)
        {
            error = json.NotStrings;
            return null;
        }

        return new DockerfileCommand
        {
            Text = text,
            IsExecForm = json.IsArray,
            Words = json.IsArray ? json.Words : [],
            MalformedJson = json.Malformed,
            Script = json.IsArray ? null : ScriptOf(text, heredocs),
        };
    }

    private LogicalText ScriptOf(LogicalText text, ImmutableArray<Heredoc> heredocs)
    {
        if (heredocs.IsEmpty)
            return text;
        if (heredocs.Length == 1 && HeredocMarker.TryParse(text) is not null)
            return heredocs[0].Body;

        var builder = new LogicalTextBuilder(text.MapToSource(0));
        builder.Append(text);
        foreach (var heredoc in heredocs)
        {
            AppendLineBreak(builder, heredoc.BodySpan.Start);
            // Tabs stay: the shell strips them itself.
            for (var position = heredoc.BodySpan.Start; position < heredoc.BodySpan.End;)
            {
                var line = PhysicalLine.At(content, position);
                builder.AppendVerbatim(content, line.Start, line.End - line.Start, line.Start);
                if (line.Next > line.End)
                    AppendLineBreak(builder, line.Next);
                position = line.Next;
            }

            builder.AppendReplaced(heredoc.Name, heredoc.TerminatorSpan);
        }

        return builder.ToLogicalText();
    }

    /// <param name="next">Start of the line after the break.</param>
    private static void AppendLineBreak(LogicalTextBuilder builder, int next) => builder.AppendVerbatim('\n', next - 1);
}
