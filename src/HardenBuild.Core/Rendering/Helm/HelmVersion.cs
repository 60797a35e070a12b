using System.Globalization;

namespace HardenBuild.Rendering.Helm;

/// <summary>The release of Helm whose behaviour is wanted.</summary>
/// <param name="Text">As <c>.Capabilities.HelmVersion.Version</c> gives it: <c>v4.1.4</c>.</param>
internal sealed record HelmVersion(int Major, int Minor, string Text)
{
    /// <summary>What charts are rendered for where nobody says otherwise.</summary>
    public static HelmVersion Default { get; } = new(4, 1, "v4.1.4");

    /// <summary>Helm 4 hands <c>.Chart</c> to templates as a map; before that it is a struct, of which an unknown field is an error.</summary>
    public bool HasChartMap => Major >= 4;

    /// <summary>Nulls in the defaults of subcharts are left out, a null over no default is kept, and documents keep the blank lines at their end.</summary>
    public bool IsFrom42 => Major > 4 || (Major == 4 && Minor >= 2);

    /// <summary>Since Go 1.24, which Helm 3.18 was the first to be built with.</summary>
    public bool RangesOverIntegers => Major >= 4 || Minor >= 18;

    /// <summary>The Kubernetes that this Helm takes for the cluster: the minor version of the client-go that it is built with.</summary>
    public int KubernetesMinor => Major >= 4 ? 34 + Minor : 15 + Minor;

    /// <summary>Reads <c>v4.1.4</c>, <c>3.18</c> and the like; null for anything else.</summary>
    public static HelmVersion? Parse(string text)
    {
        var parts = (text is ['v', ..] ? text.Substring(1) : text).Split('.');
        if (parts.Length is < 2 or > 3 || !TryNumber(parts[0], out var major) || !TryNumber(parts[1], out var minor) || major is < 3 or > 99)
            return null;
        if (parts.Length == 3 && !TryNumber(parts[2].Split('-', '+')[0], out _))
            return null;
        return new HelmVersion(major, minor, (text[0] == 'v' ? text : "v" + text) + (parts.Length == 2 ? ".0" : ""));
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1000;
}
