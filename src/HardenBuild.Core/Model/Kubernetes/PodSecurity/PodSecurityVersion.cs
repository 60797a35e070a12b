using System.Globalization;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>The version of the standards: that of the Kubernetes 1.x which brought them.</summary>
/// <param name="Minor">25 for <c>v1.25</c>.</param>
internal readonly record struct PodSecurityVersion(int Minor)
{
    public static PodSecurityVersion Latest => new(int.MaxValue);

    /// <summary><c>latest</c> or <c>v1.25</c>; null for anything else.</summary>
    public static PodSecurityVersion? Parse(string text)
    {
        if (text == "latest")
            return Latest;
        var parts = text.Split('.');
        return parts.Length == 2 && parts[0] == "v1" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new PodSecurityVersion(minor)
            : null;
    }

    public override string ToString() => Minor == int.MaxValue ? "latest" : "v1." + Minor.ToString(CultureInfo.InvariantCulture);
}
