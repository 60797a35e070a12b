using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Paths;

/// <summary>Paths with forward slashes, as Go's <c>path</c> has them; those for the machine's own paths are the same.</summary>
internal static class PathFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        .. ForBoth("base", Base),
        .. ForBoth("dir", Directory),
        .. ForBoth("clean", Clean),
        .. ForBoth("ext", Extension),
        new("isAbs", [ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(IsAbsolute(arguments.TextAt(0)))),
        new("osIsAbs", [ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(IsAbsolute(arguments.TextAt(0)))),
    ];

    private static TemplateFunction[] ForBoth(string name, Func<string, string> convert)
    {
        FunctionBody body = (_, arguments) => new GoString(convert(arguments.TextAt(0)));
        return [new(name, [ParameterKind.String], null, body), new("os" + char.ToUpperInvariant(name[0]) + name.Substring(1), [ParameterKind.String], null, body)];
    }

    private static bool IsAbsolute(string path) => path.Length > 0 && path[0] == '/';

    private static string Base(string path)
    {
        if (path.Length == 0)
            return ".";
        path = path.TrimEnd('/');
        path = path.Substring(path.LastIndexOf('/') + 1);
        return path.Length == 0 ? "/" : path;
    }

    private static string Directory(string path) => Clean(path.Substring(0, path.LastIndexOf('/') + 1));

    private static string Extension(string path)
    {
        for (var i = path.Length - 1; i >= 0 && path[i] != '/'; i--)
        {
            if (path[i] == '.')
                return path.Substring(i);
        }

        return "";
    }

    private static string Clean(string path)
    {
        var isRooted = IsAbsolute(path);
        List<string> parts = [];
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0 && parts[parts.Count - 1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (!isRooted)
                parts.Add(part);
        }

        var cleaned = new StringBuilder(isRooted ? "/" : "");
        for (var i = 0; i < parts.Count; i++)
            cleaned.Append(i > 0 ? "/" : "").Append(parts[i]);
        return cleaned.Length == 0 ? "." : cleaned.ToString();
    }
}
