using System.Globalization;

namespace HardenBuild.Model.DotNet;

/// <summary>A version of .NET that a project is built for: <c>net10.0</c>, <c>netcoreapp3.1</c>.</summary>
internal readonly record struct TargetFramework(string Moniker, int Major, int Minor)
{
    /// <summary>Major and minor version as image tags write them: <c>10.0</c>.</summary>
    public string Version => Major.ToString(CultureInfo.InvariantCulture) + "." + Minor.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version of a moniker; null for .NET Framework, .NET Standard and what is no moniker.</summary>
    public static TargetFramework? TryParse(string moniker)
    {
        var name = moniker.Trim();
        var prefix = name.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase) ? "netcoreapp" : "net";
        if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        var dash = name.IndexOf('-');
        var version = (dash < 0 ? name : name.Substring(0, dash)).Substring(prefix.Length);
        return version.Split('.') is [var majorText, var minorText] && Number(majorText) is { } major && Number(minorText) is { } minor
            ? new TargetFramework(name, major, minor)
            : null;
    }

    public override string ToString() => Moniker;

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
