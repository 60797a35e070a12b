namespace HardenBuild.Model.Compose;

/// <summary>A port in short form, taken apart: <c>[address:][host:]container[/protocol]</c>.</summary>
/// <param name="Text">The whole.</param>
/// <param name="HostStart">Where the port of the host starts; zero without an address.</param>
/// <param name="ContainerStart">Where the port of the container starts; zero when it stands alone.</param>
/// <param name="End">Where the ports end and the protocol may follow.</param>
internal readonly record struct PortText(string Text, int HostStart, int ContainerStart, int End)
{
    public bool HasAddress => HostStart > 0;

    /// <summary>Empty when none is written.</summary>
    public string Address => HasAddress ? Text.Substring(0, HostStart - 1) : "";

    /// <summary>Empty when none is written.</summary>
    public string Host => ContainerStart == 0 ? "" : Text.Substring(HostStart, ContainerStart - 1 - HostStart);

    public string Container => Text.Substring(ContainerStart, End - ContainerStart);

    /// <summary>Null when none is written.</summary>
    public string? Protocol => End == Text.Length ? null : Text.Substring(End + 1);

    public static PortText Split(string text)
    {
        var slash = LastSeparator(text, '/', text.Length);
        var end = slash < 0 ? text.Length : slash;
        var container = LastSeparator(text, ':', end) + 1;
        return new PortText(text, container == 0 ? 0 : LastSeparator(text, ':', container - 1) + 1, container, end);
    }

    public bool HasSameParts(PortText other) => HasAddress == other.HasAddress && ContainerStart > 0 == other.ContainerStart > 0;

    /// <summary>The last separator before an end, outside of <c>${…}</c> and brackets; -1 when there is none.</summary>
    private static int LastSeparator(string text, char separator, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0; i--)
        {
            if (text[i] is '}' or ']')
                depth++;
            else if (text[i] is '{' or '[')
                depth--;
            else if (text[i] == separator && depth == 0)
                return i;
        }

        return -1;
    }
}
