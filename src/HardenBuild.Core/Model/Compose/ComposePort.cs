using HardenBuild.Model.Compose.Tree;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>A port of a service in either form. What depends on an unknown variable is no port.</summary>
/// <param name="Item">The entry itself.</param>
/// <param name="Address">Of the host; null for all of its addresses.</param>
/// <param name="Published">The port of the host or a range, <c>8000-8010</c>; null for one that Docker chooses.</param>
/// <param name="Target">The port in the container, or a range.</param>
/// <param name="Protocol">Null for TCP.</param>
/// <param name="Mode"><c>host</c> or <c>ingress</c>; null where it is not said.</param>
internal sealed record ComposePort(
    ComposeNode Item,
    Located<string>? Address,
    Located<string>? Published,
    Located<string> Target,
    Located<string>? Protocol,
    Located<string>? Mode)
{
    /// <summary>Reads an item of <c>ports</c>; null when it has no readable form or a part of it is unknown.</summary>
    public static ComposePort? Read(ComposeNode item) => item switch
    {
        ComposeScalar scalar => ReadShort(scalar),
        ComposeMapping mapping => ReadLong(mapping),
        _ => null,
    };

    /// <remarks>Compose specification, "ports", short syntax: <c>[HOST:]CONTAINER[/PROTOCOL]</c>, where HOST is <c>[IP:](port | range)</c>.</remarks>
    private static ComposePort? ReadShort(ComposeScalar scalar)
    {
        var raw = scalar.Raw;
        var end = LastOutsideOfBraces(raw, '/', raw.Length);
        var protocol = end < 0 ? null : scalar.Part(TextSpan.FromBounds(end + 1, raw.Length)).Text;
        if (end < 0)
            end = raw.Length;
        else if (protocol is null)
            return null;

        var targetColon = LastOutsideOfBraces(raw, ':', end);
        if (scalar.Part(TextSpan.FromBounds(targetColon + 1, end)).Text is not { Value.Length: > 0 } target)
            return null;
        if (targetColon < 0)
            return target.Value.IndexOf(':') < 0 ? new ComposePort(scalar, null, null, target, protocol, null) : null;

        var publishedColon = LastOutsideOfBraces(raw, ':', targetColon);
        var published = scalar.Part(TextSpan.FromBounds(publishedColon + 1, targetColon)).Text;
        var address = publishedColon < 0 ? null : scalar.Part(TextSpan.FromBounds(0, publishedColon)).Text;
        if (published is null || (publishedColon >= 0 && address is null))
            return null;
        return new ComposePort(scalar, Given(address), Given(published), target, protocol, null);
    }

    private static ComposePort? ReadLong(ComposeMapping mapping)
    {
        foreach (var member in mapping.Members)
        {
            if (member.Value is { IsNull: false, Text: null })
                return null;
        }

        return mapping["target"]?.Text is { } target
            ? new ComposePort(mapping, Given(mapping["host_ip"]?.Text), Given(mapping["published"]?.Text), target, Given(mapping["protocol"]?.Text), Given(mapping["mode"]?.Text))
            : null;
    }

    private static Located<string>? Given(Located<string>? text) => text is { Value.Length: > 0 } ? text : null;

    /// <summary>The last such character before an end, colons of <c>${…}</c> and of addresses in <c>[…]</c> left out; -1 when there is none.</summary>
    private static int LastOutsideOfBraces(string text, char wanted, int end)
    {
        var last = -1;
        var depth = 0;
        for (var i = 0; i < end; i++)
        {
            switch (text[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case var c when c == wanted && depth == 0:
                    last = i;
                    break;
            }
        }

        return last;
    }
}
