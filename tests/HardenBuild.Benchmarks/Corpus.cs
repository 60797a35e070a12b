namespace HardenBuild.Benchmarks;

/// <summary>The text that is measured: the files of the folder named by <c>HARDENBUILD_CORPUS</c>, else the repository's samples, repeated to a fixed size.</summary>
internal static class Corpus
{
    private const int Characters = 4_000_000;

    /// <summary>File after file, over and over: as a scan meets them, so that a tree is garbage before the next one is built.</summary>
    public static IReadOnlyList<string> Dockerfiles() => Repeat(static name => name.StartsWith("Dockerfile", StringComparison.Ordinal) && !name.EndsWith(".dockerignore", StringComparison.Ordinal));

    /// <inheritdoc cref="Dockerfiles"/>
    public static IReadOnlyList<string> Yaml() => Repeat(static name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal));

    public static string Folder() => Environment.GetEnvironmentVariable("HARDENBUILD_CORPUS") ?? Path.Combine(RepositoryRoot(), "samples");

    private static List<string> Repeat(Func<string, bool> isWanted)
    {
        var once = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Chart templates are not YAML.
            if (isWanted(Path.GetFileName(file)) && !file.Contains($"{Path.DirectorySeparatorChar}templates{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                once.Add(File.ReadAllText(file));
        }

        if (once.Sum(static text => text.Length) == 0)
            throw new InvalidOperationException($"No file to measure in '{Folder()}'");
        var all = new List<string>();
        for (var characters = 0; characters < Characters; characters += once.Sum(static text => text.Length))
            all.AddRange(once);
        return all;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the benchmarks");
        return folder;
    }
}
