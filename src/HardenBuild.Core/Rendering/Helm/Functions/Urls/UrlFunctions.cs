using HardenBuild.Rendering.Helm.Functions.Reflection;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Urls;

/// <summary><c>urlParse</c> and <c>urlJoin</c>.</summary>
internal static class UrlFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("urlParse", [ParameterKind.String], null, static (_, arguments) => ToMap(GoUrl.Parse(arguments.TextAt(0)))),
        new("urlJoin", [ParameterKind.Map], null, static (_, arguments) => Join(arguments.MapAt(0))),
    ];

    private static GoMap ToMap(GoUrl url)
    {
        var map = new GoMap();
        map.Entries.Add("scheme", new GoString(url.Scheme));
        map.Entries.Add("host", new GoString(url.Host));
        map.Entries.Add("hostname", new GoString(url.HostName));
        map.Entries.Add("path", new GoString(url.Path));
        map.Entries.Add("query", new GoString(url.Query));
        map.Entries.Add("opaque", new GoString(url.Opaque));
        map.Entries.Add("fragment", new GoString(url.Fragment));
        map.Entries.Add("userinfo", new GoString(url.UserInfo ?? ""));
        return map;
    }

    private static GoString Join(GoMap parts)
    {
        var user = Part(parts, "userinfo");
        return new GoString(new GoUrl
        {
            Scheme = Part(parts, "scheme"),
            Host = Part(parts, "host"),
            Path = Part(parts, "path"),
            Query = Part(parts, "query"),
            Opaque = Part(parts, "opaque"),
            Fragment = Part(parts, "fragment"),
            UserInfo = user.Length == 0 ? null : GoUrl.Parse("proto://" + user + "@host").UserInfo,
        }.ToString());
    }

    private static string Part(GoMap parts, string key)
    {
        if (!parts.Entries.TryGetValue(key, out var value))
            return "";
        return value is GoString text
            ? text.Value
            : throw new FunctionException($"unable to parse {key} key, must be of type string, but {ReflectionFunctions.KindName(value)} found");
    }
}
