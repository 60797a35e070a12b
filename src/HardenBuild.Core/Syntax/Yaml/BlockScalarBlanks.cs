using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>The blanks of lines that hold nothing else, directly behind the indicator of a block scalar: <c>text: |</c> and a line of four blanks.</summary>
/// <remarks>
/// YamlDotNet refuses them ("found extra spaces in first line"); libyaml, YAML 1.2.2 section 8.1.1.1 and every chart that writes
/// <c>{{ … | nindent 4 }}</c> below a <c>|</c> take them for an empty line. Remove when YamlDotNet does.
/// </remarks>
internal static class BlockScalarBlanks
{
    /// <summary>In order; adjacent spans do not touch, for a line break stands between them.</summary>
    public static TextSpan[] Find(string text, int start, int end)
    {
        List<TextSpan>? blanks = null;
        for (var at = Next(text, start, end); at >= 0; at = Next(text, at + 1, end))
        {
            if (EndOfHeader(text, start, at, end) is not { } line)
                continue;
            for (var feed = line; feed < end && text[feed] == '\n';)
            {
                var content = feed + 1;
                while (content < end && text[content] == ' ')
                    content++;
                var next = content < end && text[content] == '\r' ? content + 1 : content;
                if (next >= end || text[next] != '\n')
                    break;
                if (content > feed + 1)
                    (blanks ??= []).Add(TextSpan.FromBounds(feed + 1, content));
                feed = next;
            }
        }

        return blanks?.ToArray() ?? [];
    }

    private static int Next(string text, int from, int end) => from >= end ? -1 : text.IndexOfAny(['|', '>'], from, end - from);

    /// <summary>The end of the line, where nothing but indicators of a block scalar and blanks follow; else null.</summary>
    private static int? EndOfHeader(string text, int start, int at, int end)
    {
        if (at > start && text[at - 1] is not (' ' or '\t' or '\n'))
            return null;
        var position = at + 1;
        while (position < end && text[position] is '+' or '-' or (>= '1' and <= '9'))
            position++;
        while (position < end && text[position] is ' ' or '\t' or '\r')
            position++;
        return position < end && text[position] == '\n' ? position : null;
    }
}
