using System.Text;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.Urls;

/// <summary>The parts of a URL as Go's <c>net/url</c> takes them apart.</summary>
internal sealed class GoUrl
{
    public string Scheme { get; init; } = "";

    public string Opaque { get; init; } = "";

    /// <summary>Escaped; null where there is none.</summary>
    public string? UserInfo { get; init; }

    public string Host { get; init; } = "";

    public string Path { get; init; } = "";

    public string Query { get; init; } = "";

    public string Fragment { get; init; } = "";

    /// <summary>The host without port and brackets.</summary>
    public string HostName
    {
        get
        {
            var colon = Host.LastIndexOf(':');
            var name = colon >= 0 && IsPort(Host, colon) ? Host.Substring(0, colon) : Host;
            return name.Length > 1 && name[0] == '[' && name[name.Length - 1] == ']' ? name.Substring(1, name.Length - 2) : name;
        }
    }

    /// <exception cref="FunctionException">The text is no URL, in Go's words.</exception>
    public static GoUrl Parse(string text)
    {
        try
        {
            return ParseParts(text);
        }
        catch (FormatException exception)
        {
            throw new FunctionException($"unable to parse url: parse {GoQuoting.Quote(text)}: {exception.Message}");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        if (Scheme.Length > 0)
            text.Append(Scheme).Append(':');
        if (Opaque.Length > 0)
        {
            text.Append(Opaque);
        }
        else
        {
            if (Host.Length > 0 || UserInfo is not null || (Scheme.Length > 0 && Path.Length > 0))
            {
                if (Host.Length > 0 || Path.Length > 0 || UserInfo is not null)
                    text.Append("//");
                if (UserInfo is not null)
                    text.Append(UserInfo).Append('@');
                text.Append(UrlEscaping.Escape(Host, UrlPart.Host));
            }

            var path = UrlEscaping.Escape(Path, UrlPart.Path);
            if (path.Length > 0 && path[0] != '/' && Host.Length > 0)
                text.Append('/');
            if (text.Length == 0 && path.IndexOf(':') is >= 0 and var colon && path.IndexOf('/') is var slash && (slash < 0 || colon < slash))
                text.Append("./");
            text.Append(path);
        }

        if (Query.Length > 0)
            text.Append('?').Append(Query);
        if (Fragment.Length > 0)
            text.Append('#').Append(UrlEscaping.Escape(Fragment, UrlPart.Fragment));
        return text.ToString();
    }

    private static GoUrl ParseParts(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or '\u007F')
                throw new FormatException("net/url: invalid control character in URL");
        }

        var (rest, fragment) = Cut(text, '#');
        fragment = UrlEscaping.Unescape(fragment);
        if (rest == "*")
            return new GoUrl { Path = "*", Fragment = fragment };
        var scheme = ReadScheme(ref rest);
        (rest, var query) = Cut(rest, '?');
        if (rest.Length == 0 || rest[0] != '/')
        {
            if (scheme.Length > 0)
                return new GoUrl { Scheme = scheme, Opaque = rest, Query = query, Fragment = fragment };
            if (Cut(rest, '/').Before.Contains(':'))
                throw new FormatException("first path segment in URL cannot contain colon");
        }

        string? user = null;
        var host = "";
        if (rest.StartsWith("//", StringComparison.Ordinal) && (scheme.Length > 0 || !rest.StartsWith("///", StringComparison.Ordinal)))
        {
            var slash = rest.IndexOf('/', 2);
            var authority = slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2);
            rest = slash < 0 ? "" : rest.Substring(slash);
            (user, host) = ReadAuthority(authority);
        }

        return new GoUrl { Scheme = scheme, UserInfo = user, Host = host, Path = UrlEscaping.Unescape(rest), Query = query, Fragment = fragment };
    }

    private static string ReadScheme(ref string rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                continue;
            if (c is (>= '0' and <= '9') or '+' or '-' or '.')
            {
                if (i == 0)
                    return "";
                continue;
            }

            if (c != ':')
                return "";
            if (i == 0)
                throw new FormatException("missing protocol scheme");
            var scheme = rest.Substring(0, i).ToLowerInvariant();
            rest = rest.Substring(i + 1);
            return scheme;
        }

        return "";
    }

    private static (string? User, string Host) ReadAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        var host = ReadHost(authority.Substring(at + 1));
        if (at < 0)
            return (null, host);
        var user = authority.Substring(0, at);
        foreach (var c in user)
        {
            if (!(char.IsLetterOrDigit(c) || "-._:~!$&'()*+,;=%@".Contains(c)))
                throw new FormatException("net/url: invalid userinfo");
        }

        var colon = user.IndexOf(':');
        var name = UrlEscaping.Escape(UrlEscaping.Unescape(colon < 0 ? user : user.Substring(0, colon)), UrlPart.UserInfo);
        return (colon < 0 ? name : name + ":" + UrlEscaping.Escape(UrlEscaping.Unescape(user.Substring(colon + 1)), UrlPart.UserInfo), host);
    }

    private static string ReadHost(string host)
    {
        var colon = host.LastIndexOf(':');
        if (host.Length > 0 && host[0] == '[')
        {
            var bracket = host.LastIndexOf(']');
            if (bracket < 0)
                throw new FormatException("missing ']' in host");
            colon = bracket + 1 < host.Length ? bracket + 1 : -1;
        }

        if (colon >= 0 && !IsPort(host, colon))
            throw new FormatException($"invalid port {GoQuoting.Quote(host.Substring(colon))} after host");
        foreach (var c in host)
        {
            if (c < '\u0080' && c != '%' && !UrlEscaping.IsPlain(c, UrlPart.Host))
                throw new FormatException($"invalid character {GoQuoting.Quote(c.ToString())} in host name");
        }

        return UrlEscaping.Unescape(host);
    }

    private static bool IsPort(string host, int colon)
    {
        if (host[colon] != ':')
            return false;
        for (var i = colon + 1; i < host.Length; i++)
        {
            if (host[i] is < '0' or > '9')
                return false;
        }

        return true;
    }

    private static (string Before, string After) Cut(string text, char mark)
    {
        var index = text.IndexOf(mark);
        return index < 0 ? (text, "") : (text.Substring(0, index), text.Substring(index + 1));
    }
}
