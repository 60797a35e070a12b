using System.Collections.Immutable;

namespace HardenBuild.Configuration;

/// <summary>All global configuration files as one: per key the file of the highest level, and nothing where two of them disagree or repeat each other.</summary>
internal sealed class GlobalConfiguration
{
    private readonly Dictionary<string, Dictionary<string, Entry>> _sections = new(StringComparer.Ordinal) { [""] = new(StringComparer.Ordinal) };

    private GlobalConfiguration()
    {
    }

    /// <summary>What holds for every file.</summary>
    public ImmutableArray<EditorConfigProperty> Everywhere { get; private set; } = [];

    /// <summary>Files that contradict each other, in the order in which they were met.</summary>
    public List<(EditorConfigFile File, EditorConfigProperty Property)> Conflicts { get; } = [];

    public static GlobalConfiguration Merge(IEnumerable<EditorConfigFile> files)
    {
        var result = new GlobalConfiguration();
        foreach (var file in files)
        {
            result.Add(file, "", file.Preamble);
            foreach (var section in file.Sections)
            {
                // The root folder is no file, and its normalised path is the key of the settings for every file.
                if (AbsolutePath(section.Name) is { Length: > 0 } path)
                    result.Add(file, path, section);
            }
        }

        result.Everywhere = result.Section("");
        return result;
    }

    /// <summary>What holds for the file at a normalised absolute path only.</summary>
    public ImmutableArray<EditorConfigProperty> Section(string path) => _sections.TryGetValue(path, out var section)
        ? [.. section.Values.Where(entry => !entry.IsConflict).Select(entry => entry.Property)]
        : [];

    public bool HasSection(string path) => path.Length > 0 && _sections.ContainsKey(path);

    /// <summary>The path that a section of a global file is about, or null where the name is a glob or relative: Roslyn ignores the section then.</summary>
    internal static string? AbsolutePath(string name)
    {
        var path = new System.Text.StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is '*' or '?' or '{' or '}' or ',' or '[')
                return null;

            if (name[i] == '\\' && ++i == name.Length)
                return null;

            path.Append(name[i]);
        }

        var text = path.ToString();
        return ConfigurationPath.IsAbsolute(text) ? ConfigurationPath.Normalize(text) : null;
    }

    private void Add(EditorConfigFile file, string path, EditorConfigSection section)
    {
        if (!_sections.TryGetValue(path, out var entries))
            _sections.Add(path, entries = new Dictionary<string, Entry>(StringComparer.Ordinal));

        foreach (var property in section.Properties)
        {
            if (path.Length == 0 && property.Key is "is_global" or "global_level")
                continue;

            var entry = new Entry(property, file.GlobalLevel, IsConflict: false);
            if (!entries.TryGetValue(property.Key, out var known) || known.Level < entry.Level)
            {
                entries[property.Key] = entry;
            }
            else if (known.Level == entry.Level)
            {
                entries[property.Key] = known with { IsConflict = true };
                Conflicts.Add((file, property));
            }
        }
    }

    private readonly record struct Entry(EditorConfigProperty Property, int Level, bool IsConflict);
}
