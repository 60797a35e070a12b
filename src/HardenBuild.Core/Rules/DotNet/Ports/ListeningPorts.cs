using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Ports;

/// <summary>Reads the ports that settings of ASP.NET Core make the application listen on.</summary>
internal static class ListeningPorts
{
    private const int FirstUnprivileged = 1024;

    /// <summary>Where the first port below 1024 stands in the value of a setting; null when there is none or the setting is about something else.</summary>
    public static TextSpan? FindPrivileged(string name, string value)
    {
        var isUrl = IsUrls(name);
        if (!isUrl && !IsPorts(name))
            return null;
        for (var start = 0; start < value.Length;)
        {
            var end = value.IndexOf(';', start);
            end = end < 0 ? value.Length : end;
            var port = isUrl ? PortOf(value, start, end) : TextSpan.FromBounds(start, end);
            if (port is { Length: > 0 and < 6 } digits && IsPrivileged(value.Substring(digits.Start, digits.Length)))
                return digits;
            start = end + 1;
        }

        return null;
    }

    private static bool IsUrls(string name) =>
        name.ToUpperInvariant() is "ASPNETCORE_URLS" or "DOTNET_URLS" or "URLS"
        || (name.Contains("KESTREL__ENDPOINTS__", StringComparison.OrdinalIgnoreCase) && name.EndsWith("__URL", StringComparison.OrdinalIgnoreCase));

    private static bool IsPorts(string name) =>
        name.ToUpperInvariant() is "ASPNETCORE_HTTP_PORTS" or "ASPNETCORE_HTTPS_PORTS" or "DOTNET_HTTP_PORTS" or "DOTNET_HTTPS_PORTS";

    private static bool IsPrivileged(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < FirstUnprivileged;

    /// <summary>The port of <c>http://+:80/base</c>.</summary>
    private static TextSpan? PortOf(string value, int start, int end)
    {
        var scheme = value.IndexOf("://", start, end - start, StringComparison.Ordinal);
        if (scheme < 0)
            return null;
        var slash = value.IndexOf('/', scheme + 3, end - scheme - 3);
        var hostEnd = slash < 0 ? end : slash;
        var colon = value.LastIndexOf(':', hostEnd - 1, hostEnd - scheme - 3);
        // The colons of an IPv6 address stand in brackets.
        return colon < 0 || value.IndexOf(']', colon, hostEnd - colon) >= 0 ? null : TextSpan.FromBounds(colon + 1, hostEnd);
    }
}
