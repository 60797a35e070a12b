using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rules;

/// <summary>A repository of the files that a test names.</summary>
internal sealed class TextFiles(IEnumerable<(string Path, string Text)> files) : RepositoryFiles
{
    private readonly Dictionary<string, string> _files = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    public override bool IsIgnored(string path) => false;

    protected override IReadOnlyDictionary<string, bool>? ListFolder(string folder)
    {
        var entries = new Dictionary<string, bool>(StringComparer.Ordinal);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        foreach (var path in _files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var rest = path[prefix.Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            entries[slash < 0 ? rest : rest[..slash]] = slash >= 0;
        }

        return entries.Count == 0 && folder.Length > 0 ? null : entries;
    }

    protected override SourceText? ReadText(string path) => SourceText.From(path, _files[path]);

    protected override byte[]? ReadContent(string path, int maxBytes)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(_files[path]);
        return bytes.Length > maxBytes ? null : bytes;
    }
}
