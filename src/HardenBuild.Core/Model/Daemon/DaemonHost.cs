using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>A socket that the daemon's API listens on: <c>tcp://0.0.0.0:2376</c>, <c>unix:///run/docker.sock</c>, <c>fd://</c>, <c>npipe://</c>.</summary>
/// <param name="Text">The whole item, located without its quotes.</param>
/// <param name="Scheme">Null where none is written, which means TCP.</param>
/// <param name="Address">Of a TCP socket, without brackets; null where none is written, which means <c>localhost</c>.</param>
/// <param name="Port">Of a TCP socket; null where none, or none from 0 to 65535, is written.</param>
/// <remarks>Grammar: moby, opts.ParseHost.</remarks>
internal sealed record DaemonHost(Located<string> Text, Located<string>? Scheme, Located<string>? Address, Located<int>? Port)
{
    /// <summary>The scheme is <c>tcp</c>, or left out before an address. An empty text is the default socket, a bare path an error of dockerd.</summary>
    public bool IsTcp => Scheme is { } scheme ? scheme.Value == "tcp" : Text.Value.Trim() is [not '/', ..];

    public static DaemonHost Parse(DaemonText item)
    {
        var text = item.Value;
        var (start, end) = Trim(text);
        var separator = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        Located<string>? scheme = separator < 0 ? null : Part(item, start, separator);
        var host = new DaemonHost(item.Located, scheme, Address: null, Port: null);
        if (!host.IsTcp)
            return host;

        if (separator >= 0)
            start = separator + 3;
        if (text.IndexOf('/', start, end - start) is >= 0 and var path)
            end = path;

        // In brackets, [::1]:2375, colons belong to the address.
        var bracket = start < end && text[start] == '[' ? text.IndexOf(']', start, end - start) : -1;
        var colon = text.LastIndexOf(':', Math.Max(end - 1, 0), end - Math.Max(start, bracket));
        var addressEnd = bracket >= 0 ? bracket : colon >= 0 ? colon : end;
        if (bracket >= 0)
            start++;
        return host with
        {
            Address = addressEnd > start ? Part(item, start, addressEnd) : null,
            Port = colon >= 0 ? PortAt(item, colon + 1, end) : null,
        };
    }

    private static (int Start, int End) Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    private static Located<string> Part(DaemonText item, int start, int end) =>
        new(item.Value.Substring(start, end - start), item.LocationOf(start, end - start));

    private static Located<int>? PortAt(DaemonText item, int start, int end)
    {
        var digits = Part(item, start, end);
        return ushort.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? new(port, digits.Location) : null;
    }
}
