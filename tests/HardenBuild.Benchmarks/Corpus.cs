using System.Text;

namespace HardenBuild.Benchmarks;

/// <summary>The text that is measured: the files of the folder named by <c>HARDENBUILD_CORPUS</c>, else the repository's samples, repeated to a fixed size.</summary>
internal static class Corpus
{
    private const int Characters = 4_000_000;

    public static string Dockerfiles() => Concatenate(static name => name.StartsWith("Dockerfile", StringComparison.Ordinal) && !name.EndsWith(".dockerignore", StringComparison.Ordinal), "\n");

    public static string Yaml() => Concatenate(static name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal), "\n---\n");

    public static string Folder() => Environment.GetEnvironmentVariable("HARDENBUILD_CORPUS") ?? Path.Combine(RepositoryRoot(), "samples");

    private static string Concatenate(Func<string, bool> isWanted, string separator)
    {
        var folder = Folder();
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Chart templates are not YAML.
            if (isWanted(Path.GetFileName(file)) && !file.Contains($"{Path.DirectorySeparatorChar}templates{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                all.Append(File.ReadAllText(file)).Append(separator);
        }

        if (all.Length == 0)
            throw new InvalidOperationException($"No file to measure in '{folder}'");
        var once = all.ToString();
        while (all.Length < Characters)
            all.Append(once);
        return all.ToString();
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the benchmarks");
        return folder;
    }
}
