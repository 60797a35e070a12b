using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Reads a JSON value out of a longer text.</summary>
internal static class JsonText
{
    /// <param name="position">Where the value starts; moved behind it.</param>
    /// <param name="path">The path of the value, for its origins.</param>
    /// <returns>Null where no JSON value stands.</returns>
    public static GoValue? Read(SourceText source, ref int position, string path)
    {
        var start = position;
        if (EndOfValue(source.Content, start) is not { } end)
            return null;
        var text = source.Content.Substring(start, end - start);
        if (!IsLiteral(text))
            return null;
        // JSON is YAML, but for tabs between values.
        var reading = YamlValueReader.Read(text.Replace('\t', ' '), new PartOrigins(source, start, path), 1);
        position = end;
        return reading.Error is null ? reading.Value : null;
    }

    private static bool IsLiteral(string text) => text.Length > 0 && (text[0] is '{' or '[' or '"' or '-' or (>= '0' and <= '9') || text is "true" or "false" or "null");

    private static int? EndOfValue(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    if (EndOfString(text, i) is not { } end)
                        return null;
                    i = end;
                    if (depth == 0)
                        return i + 1;
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    if (depth <= 0)
                        return depth == 0 ? i + 1 : null;
                    break;
                case ',' or ' ' or '\t' or '\n' or '\r' when depth == 0:
                    return i;
            }
        }

        return depth == 0 ? text.Length : null;
    }

    private static int? EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return i;
        }

        return null;
    }

    private sealed class PartOrigins(SourceText source, int start, string prefix) : YamlOrigins
    {
        public override ValueOrigin Of(TextSpan span, string path)
        {
            var from = Math.Min(start + span.Start, source.Length);
            return new(source.At(TextSpan.FromBounds(from, Math.Min(from + span.Length, source.Length))), path.Length == 0 ? prefix : path[0] == '[' ? prefix + path : prefix + "." + path);
        }
    }
}
