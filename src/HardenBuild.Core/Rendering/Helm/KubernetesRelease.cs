using System.Globalization;

namespace HardenBuild.Rendering.Helm;

/// <summary>The version of Kubernetes that a chart is rendered for.</summary>
/// <param name="Text">As <c>.Capabilities.KubeVersion.Version</c> gives it: <c>v1.33.0</c>, <c>v1.33.4-gke.1</c>.</param>
internal sealed record KubernetesRelease(string Major, string Minor, string Text)
{
    public static KubernetesRelease Of(int minor)
    {
        var text = minor.ToString(CultureInfo.InvariantCulture);
        return new KubernetesRelease("1", text, $"v1.{text}.0");
    }

    /// <summary>Reads <c>1.29</c>, <c>v1.33.4-gke.1</c> and the like; null for anything else.</summary>
    public static KubernetesRelease? Parse(string text)
    {
        var version = text is ['v', ..] ? text.Substring(1) : text;
        var end = version.IndexOfAny(['-', '+']);
        var core = end < 0 ? version : version.Substring(0, end);
        var suffix = end < 0 ? "" : version.Substring(end);
        var parts = core.Split('.');
        if (parts.Length > 3 || !parts.All(IsNumber))
            return null;
        var minor = parts.Length > 1 ? parts[1] : "0";
        var patch = parts.Length > 2 ? parts[2] : "0";
        return new KubernetesRelease(parts[0], minor, $"v{parts[0]}.{minor}.{patch}{suffix}");
    }

    private static bool IsNumber(string text) =>
        text.Length is > 0 and < 10 && text.All(static c => c is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0');
}
