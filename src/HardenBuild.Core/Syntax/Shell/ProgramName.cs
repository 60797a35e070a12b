namespace HardenBuild.Syntax.Shell;

/// <summary>The name of a program without its folder and Windows extension.</summary>
internal static class ProgramName
{
    public static string Of(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Length > 4 && name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
