namespace HardenBuild.Model.Docker;

/// <summary>Tells from a file's name that it serves a developer's machine only.</summary>
internal static class DevelopmentFile
{
    private static readonly char[] Separators = ['.', '-', '_'];

    /// <summary>Files that Visual Studio writes for its debugger, others named after one, and those a developer works in: <c>docker-compose.vs.debug.yml</c>, <c>devcontainer.json</c>.</summary>
    public static bool IsForDebugger(string path) => HasWord(path, "debug", "vs", "devcontainer", "launchSettings");

    /// <summary>Files that a production system does not load: overrides, files for development and tests.</summary>
    public static bool IsForDevelopment(string path) =>
        HasWord(path, "override", "dev", "develop", "development", "local", "test", "tests", "testing", "ci", "e2e", "debug", "vs", "sample", "example", "demo");

    private static bool HasWord(string path, params ReadOnlySpan<string> words)
    {
        foreach (var part in path.Substring(path.LastIndexOf('/') + 1).Split(Separators))
        {
            foreach (var word in words)
            {
                if (part.Equals(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
