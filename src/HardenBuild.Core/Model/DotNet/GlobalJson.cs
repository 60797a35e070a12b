using System.Globalization;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>The SDK that <c>global.json</c> asks for.</summary>
/// <remarks>Source: https://learn.microsoft.com/dotnet/core/tools/global-json. The hundreds of the third number are the feature band.</remarks>
/// <param name="Version">As written.</param>
/// <param name="RollForward">In lower case; <c>latestpatch</c> when the file does not say.</param>
internal sealed record GlobalJson(Located<string> Version, int Major, int Minor, int Patch, string RollForward)
{
    /// <summary>Null when the file names no version, or one that is not a plain release.</summary>
    public static GlobalJson? TryParse(SourceText source)
    {
        if (YamlFile.Parse(source).Documents is not [{ Root: YamlMapping root }, ..] || root["sdk"] is not YamlMapping sdk || sdk["version"] is not YamlScalar version)
            return null;
        if (ReadVersion(version.Value) is not { Patch: { } patch } numbers)
            return null;
        var policy = sdk["rollForward"] is YamlScalar { Value: { Length: > 0 } written } ? written.ToLowerInvariant() : "latestpatch";
        return new GlobalJson(new Located<string>(version.Value, source.At(version.ContentSpan)), numbers.Major, numbers.Minor, patch, policy);
    }

    /// <summary>Whether the SDK of an image satisfies the file; null when that depends on the day the image is pulled.</summary>
    /// <param name="patch">Null for a floating tag such as <c>10.0</c>.</param>
    public bool? IsSatisfiedBy(int major, int minor, int? patch)
    {
        var order = (major, minor).CompareTo((Major, Minor));
        if (order < 0)
            return false;
        if (order > 0)
            return RollForward is "latestmajor" or "major" || (major == Major && RollForward is "latestminor" or "minor");
        if (RollForward is "latestmajor" or "major" or "latestminor" or "minor" or "latestfeature" or "feature")
            return patch is { } known ? known >= Patch : true;
        if (patch is not { } exact)
            return null;
        return RollForward == "disable" ? exact == Patch : exact / 100 == Patch / 100 && exact >= Patch;
    }

    /// <summary>The numbers at the start of a version or tag: 8, 0 and 404 of <c>8.0.404-alpine</c>; null when there are fewer than two, or it is a preview.</summary>
    public static (int Major, int Minor, int? Patch)? ReadVersion(string text)
    {
        var dash = text.IndexOf('-');
        if (dash >= 0 && (text.IndexOf("preview", dash, StringComparison.Ordinal) > 0 || text.IndexOf("rc", dash, StringComparison.Ordinal) == dash + 1))
            return null;
        var parts = (dash < 0 ? text : text.Substring(0, dash)).Split('.');
        if (parts.Length is < 2 or > 3 || Number(parts[0]) is not { } major || Number(parts[1]) is not { } minor)
            return null;
        var patch = parts.Length == 3 ? Number(parts[2]) : null;
        return parts.Length == 3 && patch is null ? null : (major, minor, patch);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
