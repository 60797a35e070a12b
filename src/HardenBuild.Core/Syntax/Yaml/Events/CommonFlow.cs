using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>Reads the flow collections of a <see cref="CommonDocument"/>: on one line, of simple words and quoted texts, with a value for each key.</summary>
internal sealed class CommonFlow(string text, int origin, List<ParsingEvent> events, CommonScalars scalars)
{
    private const int MostDepth = 20;

    /// <summary>Where the document ends.</summary>
    public int End { get; set; }

    /// <summary>Adds the events of a collection.</summary>
    /// <returns>The offset behind its closing bracket; negative where it is not common.</returns>
    public int Read(int position) => ReadCollection(position, 1);

    private int ReadCollection(int position, int depth)
    {
        if (depth > MostDepth)
            return -1;
        var isMapping = text[position] == '{';
        events.Add(isMapping
            ? new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Flow, Mark(position), Mark(position))
            : new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Flow, Mark(position), Mark(position)));
        var close = isMapping ? '}' : ']';
        position = scalars.SkipSpaces(position + 1);
        for (var isFirst = true; !isFirst || !Is(position, close); isFirst = false)
        {
            if (isMapping && (position = ReadKey(position)) < 0)
                return -1;
            position = position < End && text[position] is '{' or '[' ? ReadCollection(position, depth + 1) : ReadScalar(position, isKey: false);
            if (position < 0)
                return -1;
            position = scalars.SkipSpaces(position);
            if (Is(position, close))
                break;
            if (!Is(position, ','))
                return -1;
            position = scalars.SkipSpaces(position + 1);
        }

        events.Add(isMapping ? new MappingEnd(Mark(position), Mark(position)) : new SequenceEnd(Mark(position), Mark(position)));
        return position + 1;
    }

    private int ReadKey(int position)
    {
        position = ReadScalar(position, isKey: true);
        if (position < 0 || !Is(position, ':') || !Is(position + 1, ' '))
            return -1;
        return scalars.SkipSpaces(position + 1);
    }

    private int ReadScalar(int position, bool isKey)
    {
        if (position >= End)
            return -1;
        if (text[position] is '"' or '\'')
        {
            var quoted = scalars.ReadQuoted(position, isKey, out var scalar);
            if (quoted >= 0)
                events.Add(scalar!);
            return quoted;
        }

        var end = position;
        while (end < End && IsWord(text[end]))
            end++;
        if (end == position || (text[position] is '-' && end == position + 1))
            return -1;
        events.Add(scalars.Plain(text.Substring(position, end - position), position, end, isKey));
        return end;
    }

    // What ends a plain scalar inside of brackets is told differently by YAML 1.1 and 1.2; these characters never do.
    private static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/' or '+' or '=';

    private bool Is(int position, char c) => position < End && text[position] == c;

    private Mark Mark(int position) => new(position - origin, 1, 1);
}
