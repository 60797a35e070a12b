using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>The files that projects are made of: each is read and parsed once.</summary>
/// <param name="repository">Null where only the given files are known.</param>
/// <param name="parse">Turns the text of a file that was not given into its tree.</param>
internal sealed class ComposeFiles(RepositoryFiles? repository, Func<SourceText, YamlFile> parse)
{
    private readonly Dictionary<string, YamlFile?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComposeVariables> _variables = new(StringComparer.Ordinal);

    /// <summary>What lies beside the files; null where only the given files are known.</summary>
    public RepositoryFiles? Repository => repository;

    public void Add(YamlFile file) => _files[file.Source.Path] = file;

    /// <summary>A file by its path from the repository root; null when it cannot be had.</summary>
    public YamlFile? Find(string path)
    {
        if (!_files.TryGetValue(path, out var file))
            _files.Add(path, file = repository?.Read(path) is { } text ? parse(text) : null);
        return file;
    }

    /// <summary>What a path leads to; unknown for one that only this checkout may lack.</summary>
    public PathKind Kind(string path)
    {
        if (_files.TryGetValue(path, out var file) && file is not null)
            return PathKind.File;
        var kind = repository?.Find(path) ?? PathKind.Unknown;
        return kind == PathKind.Missing && repository!.IsIgnored(path) ? PathKind.Unknown : kind;
    }

    /// <summary>The variables of an environment file; none where it is missing or belongs to one machine alone.</summary>
    public ComposeVariables Variables(string path)
    {
        if (!_variables.TryGetValue(path, out var variables))
        {
            variables = repository is not null && !repository.IsIgnored(path) && repository.Read(path) is { } text ? ComposeVariables.Parse(text.Content) : ComposeVariables.None;
            _variables.Add(path, variables);
        }

        return variables;
    }
}
