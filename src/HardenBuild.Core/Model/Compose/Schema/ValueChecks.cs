using System.Globalization;
using System.Net;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Model.Compose.Schema;

/// <summary>What is wrong with the text of a value, as the end of a sentence that begins with the text; null for a good one.</summary>
internal static class ValueChecks
{
    /// <remarks>Go's time.ParseDuration, with the days and weeks that Compose adds.</remarks>
    private static readonly string[] DurationUnits = ["ns", "us", "µs", "μs", "ms", "s", "m", "h", "d", "w"];

    private static readonly string[] PullPolicies = ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"];

    public static string? NotNegative(string text) => Whole(text) is < 0 ? "is negative; write 0 or more" : null;

    public static string? Percent(string text) => Whole(text) is < 0 or > 100 ? "is no percentage; write 0 to 100" : null;

    public static string? OomScore(string text) => Whole(text) is < -1000 or > 1000 ? "is out of range; write -1000 to 1000" : null;

    public static string? Size(string text) => ByteSize.Parse(text) is null ? "is no amount of memory; write a number and a unit, '512m' or '1g'" : null;

    /// <summary>Swap may be unlimited.</summary>
    public static string? SizeOrUnlimited(string text) => text == "-1" ? null : Size(text);

    public static string? DeviceCount(string text) => text == "all" || Whole(text) is not null ? null : "is no number of devices; write a number or 'all'";

    public static string? Duration(string text)
    {
        const string Wrong = "is no duration; write numbers with units, '30s' or '1m30s'";
        var i = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (text.Length == i)
            return Wrong;
        if (text == "0")
            return null;
        while (i < text.Length)
        {
            var start = i;
            while (i < text.Length && text[i] is (>= '0' and <= '9') or '.')
                i++;
            if (i == start || FindUnit(text, i) is not { } unit)
                return Wrong;
            i += unit.Length;
        }

        return null;
    }

    /// <remarks>docker run reference, "Restart policies".</remarks>
    public static string? Restart(string text)
    {
        var known = text is "" or "no" or "always" or "unless-stopped" or "on-failure"
            || (text.StartsWith("on-failure:", StringComparison.Ordinal) && Whole(text.Substring("on-failure:".Length)) is >= 0);
        return known ? null : "is no restart policy; write 'no', 'always', 'unless-stopped', 'on-failure' or 'on-failure:5'";
    }

    public static string? PullPolicy(string text) => Array.IndexOf(PullPolicies, text) >= 0 || text.StartsWith("every_", StringComparison.Ordinal)
        ? null
        : "is no pull policy; write 'always', 'missing', 'never', 'build', 'daily', 'weekly' or 'every_12h'";

    /// <remarks>Compose specification, "Version and name": lower-case letters, digits, dashes and underscores, beginning with a letter or digit.</remarks>
    public static string? ProjectName(string text)
    {
        var isGood = text.Length == 0 || text[0] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
        foreach (var c in text)
            isGood &= c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_';
        return isGood ? null : "is no project name; use lower-case letters, digits, '-' and '_', and begin with a letter or digit";
    }

    /// <remarks>Compose specification, "ports", short syntax.</remarks>
    public static string? Port(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash >= 0 && text.Substring(slash + 1).ToLowerInvariant() is not ("tcp" or "udp" or "sctp"))
            return "has no known protocol; write '/tcp', '/udp' or '/sctp'";
        var ports = slash < 0 ? text : text.Substring(0, slash);
        var container = ports.Substring(ports.LastIndexOf(':') + 1);
        if (PortRange.Parse(container) is not { } target)
            return "has no port of the container from 0 to 65535";
        if (container.Length == ports.Length)
            return null;
        var host = ports.Substring(0, ports.Length - container.Length - 1);
        var colon = host.LastIndexOf(':');
        var address = colon < 0 ? "" : host.Substring(0, colon);
        var published = host.Substring(colon + 1);
        if (address.Length > 0 && !IPAddress.TryParse(address.Trim('[', ']'), out _))
            return "has no address of the host before its port";
        if (published.Length == 0)
            return null;
        if (PortRange.Parse(published) is not { } range)
            return "has no port of the host from 0 to 65535";
        return target.First != target.Last && range.Last - range.First != target.Last - target.First ? "has ranges of different lengths" : null;
    }

    private static string? FindUnit(string text, int start)
    {
        // The longer ones first: "ms" is not "m".
        foreach (var unit in DurationUnits)
        {
            if (string.CompareOrdinal(text, start, unit, 0, unit.Length) == 0)
                return unit;
        }

        return null;
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
