using System.Globalization;

namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>The version in an image's tag: <c>v1.8.0</c>, <c>0.49.3</c>.</summary>
internal readonly record struct ImageVersion(int Major, int Minor, int Patch) : IComparable<ImageVersion>
{
    /// <summary>The version of a tag that holds nothing else; null for rebuilds of vendors, pre-releases and other tags, of which nothing can be said.</summary>
    public static ImageVersion? Parse(string tag)
    {
        var parts = (tag.Length > 0 && tag[0] is 'v' or 'V' ? tag.Substring(1) : tag).Split('.');
        return parts.Length == 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor && Number(parts[2]) is { } patch
            ? new ImageVersion(major, minor, patch)
            : null;
    }

    public int CompareTo(ImageVersion other) =>
        Major != other.Major ? Major.CompareTo(other.Major)
        : Minor != other.Minor ? Minor.CompareTo(other.Minor)
        : Patch.CompareTo(other.Patch);

    public static bool operator <(ImageVersion left, ImageVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ImageVersion left, ImageVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ImageVersion left, ImageVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ImageVersion left, ImageVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}.{1}.{2}", Major, Minor, Patch);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
