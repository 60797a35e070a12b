namespace HardenBuild.Model.Compose.Projects;

/// <summary>What the names of Compose files say.</summary>
internal static class ComposeFileNames
{
    /// <remarks>Compose specification, "The Compose file": the first of these that exists counts. Order of Docker Compose's <c>DefaultFileNames</c>.</remarks>
    public static readonly string[] Defaults = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <remarks>Docker Compose's <c>DefaultOverrideFileNames</c>.</remarks>
    public static readonly string[] Overrides =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>The name without <c>.yml</c> or <c>.yaml</c>.</summary>
    public static string Stem(string name) => name.LastIndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;

    public static bool IsOverrideOf(string name, string other) => Stem(name) == Stem(other) + ".override";

    /// <summary>Whether Visual Studio merges a file over a base and its override when it starts or publishes: <c>docker-compose.vs.debug.yml</c>.</summary>
    /// <remarks>Microsoft Learn, "Docker Compose build properties", Visual Studio container tools.</remarks>
    public static bool IsVisualStudio(string name) =>
        Stem(name) is var stem && (stem.EndsWith(".vs.debug", StringComparison.Ordinal) || stem.EndsWith(".vs.release", StringComparison.Ordinal));

    /// <summary>The file with a stem; null where there is none.</summary>
    public static string? WithStem(string stem, ICollection<string> names) =>
        names.Contains(stem + ".yml") ? stem + ".yml" : names.Contains(stem + ".yaml") ? stem + ".yaml" : null;

    /// <summary><c>docker-compose.yml</c> of <c>docker-compose.prod.yml</c>, if it is there.</summary>
    public static string? Base(string name, ICollection<string> names)
    {
        var stem = Stem(name);
        for (var dot = stem.LastIndexOf('.'); dot > 0; dot = stem.LastIndexOf('.', dot - 1))
        {
            if (WithStem(stem.Substring(0, dot), names) is { } shorter)
                return shorter;
        }

        return null;
    }
}
