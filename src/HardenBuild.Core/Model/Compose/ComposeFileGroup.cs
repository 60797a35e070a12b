using System.Collections.Immutable;

namespace HardenBuild.Model.Compose;

/// <summary>Compose files that belong together by their names.</summary>
/// <param name="Main">Path relative to the repository root.</param>
/// <param name="Overrides">Merged over it when Docker Compose is started without <c>-f</c>.</param>
/// <param name="IsFragment">The file is used with <c>-f</c> over another one beside it, so what it lacks is not lacking.</param>
internal sealed record ComposeFileGroup(string Main, ImmutableArray<string> Overrides, bool IsFragment)
{
    /// <remarks>Compose specification, "The Compose file": the first of these that exists counts.</remarks>
    private static readonly string[] DefaultNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private static readonly string[] OverrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>Groups files, each in exactly one group; sorted by the main file's path.</summary>
    /// <param name="paths">Relative to the repository root, with forward slashes.</param>
    public static ImmutableArray<ComposeFileGroup> From(IEnumerable<string> paths)
    {
        var groups = ImmutableArray.CreateBuilder<ComposeFileGroup>();
        foreach (var folder in paths.GroupBy(path => path.Substring(0, path.LastIndexOf('/') + 1)))
            AddFolder(folder.Key, new SortedSet<string>(folder.Select(path => path.Substring(folder.Key.Length)), StringComparer.Ordinal), groups);
        groups.Sort(static (a, b) => string.CompareOrdinal(a.Main, b.Main));
        return groups.ToImmutable();
    }

    private static void AddFolder(string folder, SortedSet<string> names, ImmutableArray<ComposeFileGroup>.Builder groups)
    {
        var main = Array.Find(DefaultNames, names.Contains);
        var mainOverride = main is null ? null : Array.Find(OverrideNames, names.Contains);
        foreach (var name in names)
        {
            if (name == mainOverride || (Base(name, names) is { } other && IsOverrideOf(name, other) && other != main))
                continue;
            var overrides = name == main && mainOverride is not null
                ? [folder + mainOverride]
                : name == main ? ImmutableArray<string>.Empty : [.. names.Where(other => IsOverrideOf(other, name)).Select(other => folder + other)];
            groups.Add(new ComposeFileGroup(folder + name, overrides, name != main && (Base(name, names) is not null || OverrideNames.Contains(name))));
        }
    }

    /// <summary><c>docker-compose.yml</c> of <c>docker-compose.prod.yml</c>, if it is there.</summary>
    private static string? Base(string name, SortedSet<string> names)
    {
        var stem = Stem(name);
        for (var dot = stem.LastIndexOf('.'); dot > 0; dot = stem.LastIndexOf('.', dot - 1))
        {
            var shorter = stem.Substring(0, dot);
            if (names.Contains(shorter + ".yml"))
                return shorter + ".yml";
            if (names.Contains(shorter + ".yaml"))
                return shorter + ".yaml";
        }

        return null;
    }

    private static bool IsOverrideOf(string name, string other) => Stem(name) == Stem(other) + ".override";

    private static string Stem(string name) => name.Substring(0, name.LastIndexOf('.'));
}
