using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HardenBuild.Model.Daemon;

/// <summary>A host name or an IP address without brackets and port, as it is written in an address to listen on or connect to.</summary>
internal readonly record struct HostAddress(string Text)
{
    private static readonly char[] s_notAddress = ['[', ']', '/'];

    /// <summary>Every network interface: <c>0.0.0.0</c> or <c>::</c> in any spelling.</summary>
    public bool IsEveryInterface => Text is "0.0.0.0" or "::" || (TryParse(out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    /// <summary>The machine itself: <c>127.0.0.0/8</c>, <c>::1</c>, <c>localhost</c> and the names below it.</summary>
    /// <remarks>RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3; RFC 6761, section 6.3.</remarks>
    public bool IsLoopback => Text == "127.0.0.1" || (TryParse(out var address)
        ? IPAddress.IsLoopback(address)
        : Text.Equals("localhost", StringComparison.OrdinalIgnoreCase) || Text.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));

    /// <summary>The host of <c>host:port</c>, without brackets.</summary>
    public static HostAddress WithoutPort(string text)
    {
        if (text is ['[', ..] && text.IndexOf(']') is > 0 and var bracket)
            return new HostAddress(text.Substring(1, bracket - 1));
        var colon = text.IndexOf(':');

        // Several colons without brackets are an address without a port.
        return new HostAddress(colon >= 0 && colon == text.LastIndexOf(':') ? text.Substring(0, colon) : text);
    }

    /// <summary>Whether a network, <c>address/bits</c>, lies within the loopback networks.</summary>
    public static bool IsLoopbackNetwork(string network)
    {
        var parts = network.Split('/');
        return parts.Length == 2
            && new HostAddress(parts[0]).TryParse(out var address)
            && IPAddress.IsLoopback(address)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits >= (address.AddressFamily == AddressFamily.InterNetwork ? 8 : 128);
    }

    private bool TryParse(out IPAddress address)
    {
        // .NET also takes the old short forms, '0' and '127.1', brackets and networks; Go, and so dockerd, does not.
        var isWritten = Text.Contains(':') ? Text.IndexOfAny(s_notAddress) < 0 : Text.Split('.').Length == 4;
        if (isWritten && IPAddress.TryParse(Text, out var parsed))
        {
            address = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
            return true;
        }

        address = IPAddress.None;
        return false;
    }
}
