using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A URL as far as the file tells it; what only the build knows is <see cref="ExpandedWord.Placeholder"/>.</summary>
/// <param name="Scheme">Lower case.</param>
/// <param name="Host">Lower case, without user, port and brackets.</param>
/// <param name="Path">Without query and fragment; empty or beginning with a slash.</param>
internal sealed record RemoteUrl(string Scheme, string Host, string Path)
{
    private static readonly char[] AuthorityEnds = ['/', '?', '#'];

    private static readonly char[] PathEnds = ['?', '#'];

    /// <summary>The part of the path after its last slash.</summary>
    public string FileName => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>Whether the traffic can be read and changed on its way.</summary>
    public bool IsClearText => Scheme is "http" or "ftp";

    /// <summary>Whether the host is known to lie outside: a name with a dot, or an address, that is not the machine itself or its network's own.</summary>
    public bool IsRemote => Host.Length > 0 && !IsUnknown(Host) && Host.IndexOfAny(['.', ':']) >= 0 && !IsLocalHost(Host);

    /// <summary>Null when the text is no absolute URL.</summary>
    public static RemoteUrl? Parse(string text)
    {
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        return colon > 0 && IsScheme(text, colon) ? Parse(text.Substring(0, colon).ToLowerInvariant(), text.Substring(colon + 3)) : null;
    }

    /// <summary>Whether a URL, with or without its scheme, names the machine that asks.</summary>
    public static bool IsOwnMachine(string text)
    {
        var url = Parse(text) ?? Parse("", text);
        return url.Host is "localhost" or "::1" || url.Host.StartsWith("127.", StringComparison.Ordinal);
    }

    private static RemoteUrl Parse(string scheme, string rest)
    {
        var end = rest.IndexOfAny(AuthorityEnds);
        var authority = end < 0 ? rest : rest.Substring(0, end);
        var path = end < 0 ? "" : rest.Substring(end);
        var pathEnd = path.IndexOfAny(PathEnds);
        return new RemoteUrl(scheme, HostOf(authority.Substring(authority.LastIndexOf('@') + 1)), pathEnd < 0 ? path : path.Substring(0, pathEnd));
    }

    private static string HostOf(string authority)
    {
        var isBracketed = authority.Length > 0 && authority[0] == '[';
        var end = isBracketed ? authority.IndexOf(']') : authority.IndexOf(':');
        var host = end < 0 ? authority : authority.Substring(0, end);
        return (isBracketed ? host.Substring(1) : host).ToLowerInvariant();
    }

    private static bool IsScheme(string text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsUnknown(string text) => text.Contains(ExpandedWord.Placeholder[0]);

    private static bool IsLocalHost(string host) =>
        host is "::1" or "0.0.0.0" or "host.docker.internal" or "gateway.docker.internal"
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host.EndsWith(".local", StringComparison.Ordinal)
        || host.EndsWith(".localhost", StringComparison.Ordinal);
}
