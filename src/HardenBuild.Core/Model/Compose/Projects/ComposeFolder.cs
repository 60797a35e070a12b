using System.Collections.Immutable;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.Compose.Projects;

/// <summary>Forms the projects of one folder's Compose files.</summary>
/// <param name="folder">From the repository root; empty for the root itself.</param>
/// <param name="names">The Compose files in it.</param>
/// <param name="files">Tells what else is there.</param>
internal sealed class ComposeFolder(string folder, IEnumerable<string> names, ComposeFiles files)
{
    private readonly SortedSet<string> _names = new(names, StringComparer.Ordinal);
    private readonly List<ComposeFileGroup> _groups = [];
    private readonly HashSet<string> _grouped = new(StringComparer.Ordinal);

    /// <summary>The groups, projects first; every file is in at least one of them.</summary>
    /// <param name="variables">Of the folder's <c>.env</c> file, which may list the files in <c>COMPOSE_FILE</c>.</param>
    public ImmutableArray<ComposeFileGroup> Groups(ComposeVariables variables)
    {
        var main = Array.Find(ComposeFileNames.Defaults, _names.Contains);
        if (Listed(variables) is { } listed)
            Add(listed, ComposeFileGroupKind.Project);
        else if (main is not null)
            AddWithOverride(main, Array.Find(ComposeFileNames.Overrides, _names.Contains));
        foreach (var launched in VisualStudioProject.Read(folder, files))
            Add(launched, ComposeFileGroupKind.Project);
        foreach (var name in _names)
            AddOther(name, main);

        // A base that is listed or launched under another name is not a project for a second time.
        var groups = _groups.OrderBy(static group => group.Kind).ToList();
        return [.. groups.Select(group => group with { Siblings = Siblings(group, groups) })];
    }

    private static ImmutableArray<string> Siblings(ComposeFileGroup group, List<ComposeFileGroup> groups) =>
        [.. groups.Where(other => other.Main == group.Main).SelectMany(static other => other.Files).Distinct(StringComparer.Ordinal).Where(file => !group.Files.Contains(file))];

    /// <summary>The files of <c>COMPOSE_FILE</c>; null when it is not set or names what is not here.</summary>
    /// <remarks>Docker documentation, "Pre-defined environment variables": separated by <c>:</c>, on Windows by <c>;</c>, or by <c>COMPOSE_PATH_SEPARATOR</c>.</remarks>
    private List<string>? Listed(ComposeVariables variables)
    {
        if (variables["COMPOSE_FILE"] is not { Length: > 0 } list)
            return null;
        var separator = variables["COMPOSE_PATH_SEPARATOR"] is { Length: > 0 } given ? given : list.Contains(';') ? ";" : ":";
        var paths = new List<string>();
        foreach (var path in list.Split([separator], StringSplitOptions.RemoveEmptyEntries))
        {
            if (CleanPath.In(folder, path.Trim()) is not { } inside || files.Find(inside) is null)
                return null;
            paths.Add(inside);
        }

        return paths.Count > 0 ? paths : null;
    }

    private void AddOther(string name, string? main)
    {
        if (_grouped.Contains(Path(name)))
            return;
        if (ComposeFileNames.Base(name, _names) is { } @base)
        {
            // The override of a file that is no project by itself comes with that file.
            if (!ComposeFileNames.IsOverrideOf(name, @base) || @base == main)
                Add([.. Chain(@base, name), Path(name)], ComposeFileGroupKind.Variant);
            else if (!_grouped.Contains(Path(@base)))
                AddOther(@base, main);
        }
        else if (Array.IndexOf(ComposeFileNames.Overrides, name) >= 0)
        {
            Add([Path(name)], ComposeFileGroupKind.Fragment);
        }
        else if (main is not null && Array.IndexOf(ComposeFileNames.Defaults, name) < 0 && NeedsBase(name))
        {
            Add([Path(main), Path(name)], ComposeFileGroupKind.Variant);
        }
        else
        {
            AddWithOverride(name, _names.FirstOrDefault(other => ComposeFileNames.IsOverrideOf(other, name)));
        }
    }

    /// <summary>What comes before a file that is merged over a base.</summary>
    private IEnumerable<string> Chain(string @base, string name)
    {
        if (ComposeFileNames.Stem(@base).EndsWith(".override", StringComparison.Ordinal) && ComposeFileNames.Base(@base, _names) is { } first)
            yield return Path(first);
        yield return Path(@base);
        if (ComposeFileNames.IsVisualStudio(name) && ComposeFileNames.WithStem(ComposeFileNames.Stem(@base) + ".override", _names) is { } overriding)
            yield return Path(overriding);
    }

    /// <summary>Whether a file changes services that it does not define.</summary>
    private bool NeedsBase(string name)
    {
        foreach (var document in files.Find(Path(name))?.Documents ?? [])
        {
            foreach (var service in document.Root?.At("services")?.AsMapping?.Members ?? [])
            {
                if (service.Value.AsMapping is { } mapping && mapping["image"] is null && mapping["build"] is null && mapping["extends"] is null && mapping["provider"] is null)
                    return true;
            }
        }

        return false;
    }

    private void AddWithOverride(string name, string? overriding) =>
        Add(overriding is null ? [Path(name)] : [Path(name), Path(overriding)], ComposeFileGroupKind.Project);

    private void Add(IReadOnlyList<string> paths, ComposeFileGroupKind kind)
    {
        if (_groups.Exists(group => group.Files.SequenceEqual(paths)))
            return;
        _groups.Add(new ComposeFileGroup([.. paths], kind));
        _grouped.UnionWith(paths);
    }

    private string Path(string name) => folder.Length == 0 ? name : folder + "/" + name;
}
